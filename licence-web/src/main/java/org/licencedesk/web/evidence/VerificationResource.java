package org.licencedesk.web.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.licencedesk.kernel.Permission;
import org.licencedesk.record.evidence.LedgerVerification;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /tenants/{tenant}/ledger/verification}. */
@Path("/tenants/{tenant}/ledger/verification")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class VerificationResource {

    @Inject
    private LedgerVerification verification;

    @Inject
    private ApiCall call;

    /** @return what is to be said of the tenant's ledger now */
    @GET
    @Needs(Permission.SEE_LEDGER)
    public Response show() {
        return Answers.ok(VerificationJson.of(verification.verify(call.tenant(), call.actor())));
    }
}
