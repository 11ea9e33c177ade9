package org.licencedesk.web.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import org.licencedesk.kernel.Permission;
import org.licencedesk.record.ledger.Ledger;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.web.json.EntryJson;
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

    private record ChainedJson(@JsonUnwrapped EntryJson entry, FiguresJson figures, String previousHash, String hash) {

        static ChainedJson of(LedgerEntry entry) {
            return new ChainedJson(
                    EntryJson.of(entry),
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
                ChainedJson::of));
    }
}
