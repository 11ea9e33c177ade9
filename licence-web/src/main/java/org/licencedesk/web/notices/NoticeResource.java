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
import org.licencedesk.web.json.ListJson;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.support.Addressed;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.Needs;
import org.licencedesk.web.support.Query;

/** {@code /tenants/{tenant}/notices}. */
@Path("/tenants/{tenant}/notices")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class NoticeResource {

    @Inject
    private Notices notices;

    @Inject
    private CurrentActor actor;

    @Inject
    private Addressed addressed;

    @Inject
    private Query query;

    /** @return a page of the mails, latest first */
    @GET
    @Needs(Permission.SEE_NOTICES)
    public Response list() {
        return Answers.ok(ListJson.of(
                notices.list(addressed.tenant(), query.text("cursor"), query.limit(), actor.get()), NoticeJson::of));
    }
}
