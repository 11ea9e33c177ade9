package org.licencedesk.web.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.record.evidence.AcceptanceEvidence;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /tenants/{tenant}/acceptances}. */
@Path("/tenants/{tenant}/acceptances")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AcceptanceResource {

    @Inject
    private AcceptanceEvidence evidence;

    @Inject
    private ApiCall call;

    /** @return the proofs of the increases, the newest first */
    @GET
    @Needs(Permission.SEE_LEDGER)
    public Response list() {
        return Answers.ok(
                evidence.list(call.tenant(), call.query().page(), call.actor()).map(AcceptanceJson::of));
    }

    /** @return one proof with the text that was accepted */
    @GET
    @Path("/{id}")
    @Needs(Permission.SEE_LEDGER)
    public Response get() {
        return Answers.ok(AcceptanceWithTextJson.of(
                evidence.get(call.tenant(), Identifiers.parse(call.id()).orElseThrow(NotFound::new), call.actor())));
    }
}
