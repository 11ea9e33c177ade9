package org.licencedesk.web.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.Optional;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.record.ledger.Ledger;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.web.json.FeedJson;
import org.licencedesk.web.json.FiguresJson;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /tenants/{tenant}/ledger}. */
@Path("/tenants/{tenant}/ledger")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LedgerResource {

    private record EntryJson(
            long seq,
            String at,
            String actor,
            String door,
            String kind,
            Optional<String> userId,
            Optional<String> reason,
            Optional<String> status,
            Optional<String> role,
            FiguresJson figures,
            String previousHash,
            String hash) {

        static EntryJson of(LedgerEntry entry) {
            return new EntryJson(
                    entry.sequence(),
                    entry.at().toString(),
                    entry.actor(),
                    entry.door().name(),
                    entry.kind().name(),
                    entry.user().map(UserId::toString),
                    entry.reason().map(Reason::text),
                    entry.status().map(UserStatus::name),
                    entry.role().map(Role::name),
                    FiguresJson.of(entry.figures()),
                    HexFormat.of().formatHex(entry.previousHash()),
                    HexFormat.of().formatHex(entry.hash()));
        }
    }

    @Inject
    private Ledger ledger;

    @Inject
    private ApiCall call;

    /** @return the entries after {@code after}, oldest first */
    @GET
    @Needs(Permission.SEE_LEDGER)
    public Response entries() {
        return Answers.ok(FeedJson.of(
                ledger.after(
                        call.tenant(),
                        call.query().sequence("after"),
                        call.query().limit(),
                        call.actor()),
                EntryJson::of));
    }
}
