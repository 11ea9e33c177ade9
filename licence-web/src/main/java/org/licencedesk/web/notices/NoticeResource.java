package org.licencedesk.web.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.licencedesk.kernel.Permission;
import org.licencedesk.messages.mail.Notices;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /tenants/{tenant}/notices}. */
@Path("/tenants/{tenant}/notices")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class NoticeResource {

    @Inject
    private Notices notices;

    @Inject
    private ApiCall call;

    /** @return a page of the mails, latest first */
    @GET
    @Needs(Permission.SEE_NOTICES)
    public Response list() {
        return Answers.ok(notices.list(call.tenant(), call.query().page(), call.actor()));
    }
}
