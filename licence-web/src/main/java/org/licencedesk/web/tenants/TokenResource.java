package org.licencedesk.web.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Role;
import org.licencedesk.people.access.NewToken;
import org.licencedesk.people.access.Tokens;
import org.licencedesk.web.json.Body;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /tenants/{tenant}/tokens}. */
@Path("/tenants/{tenant}/tokens")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TokenResource {

    @Inject
    private Tokens tokens;

    @Inject
    private ApiCall call;

    /** Makes a token. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_TOKENS)
    public Response issue(byte[] body) {
        TokenJson.OfRole wanted = StrictJson.read(body, TokenJson.OfRole.class);
        Role role = Body.constant("role", wanted.role(), Role.class);
        NewToken token = TokenJson.token(wanted.name(), wanted.expiresAt());
        return call.changeForSecret(
                () -> Answers.created(TokenJson.Issued.of(tokens.issue(call.tenant(), role, token, call.actor()))));
    }

    /** @return a page of the tokens that are not revoked */
    @GET
    @Needs(Permission.MANAGE_TOKENS)
    public Response list() {
        return Answers.ok(tokens.list(call.tenant(), call.query().page(), call.actor()));
    }

    /** Revokes a token. */
    @DELETE
    @Path("/{id}")
    @Needs(Permission.MANAGE_TOKENS)
    public Response revoke() {
        UUID id = Identifiers.parse(call.id()).orElseThrow(NotFound::new);
        return call.remove(() -> tokens.revoke(call.tenant(), id, call.actor()));
    }
}
