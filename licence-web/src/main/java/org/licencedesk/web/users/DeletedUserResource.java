package org.licencedesk.web.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.Permission;
import org.licencedesk.seats.directory.Tombstone;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /tenants/{tenant}/deleted-users}. */
@Path("/tenants/{tenant}/deleted-users")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DeletedUserResource {

    private record TombstoneJson(
            String id,
            Optional<String> userName,
            Optional<String> displayName,
            Optional<String> email,
            String deletedAt,
            Optional<String> erasedAt) {

        static TombstoneJson of(Tombstone deleted) {
            boolean named = deleted.erasedAt().isEmpty();
            return new TombstoneJson(
                    deleted.user().id().toString(),
                    Optional.of(deleted.user().userName()).filter(name -> named),
                    Optional.of(deleted.user().displayName()).filter(name -> named),
                    deleted.user().email(),
                    deleted.deletedAt().toString(),
                    deleted.erasedAt().map(Instant::toString));
        }
    }

    @Inject
    private UserDirectory directory;

    @Inject
    private ApiCall call;

    /** @return a page of the deleted users, the latest first */
    @GET
    @Needs(Permission.MANAGE_USERS)
    public Response list() {
        return Answers.ok(directory
                .deleted(call.tenant(), call.query().text("q"), call.query().page(), call.actor())
                .map(TombstoneJson::of));
    }
}
