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

/** {@code /ledger-verifications}. */
@Path("/ledger-verifications")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class VerificationsResource {

    @Inject
    private LedgerVerification verification;

    @Inject
    private ApiCall call;

    /** @return what is to be said of all ledgers that the caller sees, tenant by tenant */
    @GET
    @Needs(Permission.SEE_TENANTS)
    public Response list() {
        return Answers.ok(
                verification.verifyAll(call.query().page(), call.actor()).map(VerificationJson::of));
    }
}
