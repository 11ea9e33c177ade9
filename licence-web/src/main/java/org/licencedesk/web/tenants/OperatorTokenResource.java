package org.licencedesk.web.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.licencedesk.kernel.Permission;
import org.licencedesk.people.access.Tokens;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /operator-tokens}. */
@Path("/operator-tokens")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OperatorTokenResource {

    @Inject
    private Tokens tokens;

    @Inject
    private ApiCall call;

    /** @return a page of the operator's tokens that are not revoked */
    @GET
    @Needs(Permission.SEE_OPERATOR_TOKENS)
    public Response list() {
        return Answers.ok(tokens.listOfOperators(call.query().page(), call.actor()));
    }
}
