package org.licencedesk.web.notices;

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
import org.licencedesk.web.json.ListJson;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.support.Addressed;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.Changes;
import org.licencedesk.web.support.Needs;
import org.licencedesk.web.support.Query;
import org.licencedesk.messages.webhook.Webhooks;

/** {@code /tenants/{tenant}/webhooks}. */
@Path("/tenants/{tenant}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class WebhookResource {

    @Inject
    private Webhooks webhooks;

    @Inject
    private CurrentActor actor;

    @Inject
    private Addressed addressed;

    @Inject
    private Changes changes;

    @Inject
    private Query query;

    /** Adds a webhook. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_WEBHOOKS)
    public Response add(byte[] body) {
        WebhookJson.New wanted = StrictJson.read(body, WebhookJson.New.class);
        return changes.applyForSecret(() ->
                Answers.created(WebhookJson.Added.of(webhooks.add(addressed.tenant(), wanted.url(), actor.get()))));
    }

    /** @return the webhooks */
    @GET
    @Needs(Permission.MANAGE_WEBHOOKS)
    public Response list() {
        return Answers.ok(WebhookJson.list(webhooks.list(addressed.tenant(), actor.get())));
    }

    /** Removes a webhook. */
    @DELETE
    @Path("/{id}")
    @Needs(Permission.MANAGE_WEBHOOKS)
    public Response remove() {
        UUID id = webhook();
        return changes.apply(() -> {
            webhooks.remove(addressed.tenant(), id, actor.get());
            return Answers.gone();
        });
    }

    /** Gives a webhook another secret. */
    @POST
    @Path("/{id}/secret")
    @Needs(Permission.MANAGE_WEBHOOKS)
    public Response rotate() {
        UUID id = webhook();
        return changes.applyForSecret(
                () -> Answers.created(WebhookJson.Rotated.of(webhooks.rotate(addressed.tenant(), id, actor.get()))));
    }

    /** @return a page of the messages to the webhook, latest first */
    @GET
    @Path("/{id}/deliveries")
    @Needs(Permission.MANAGE_WEBHOOKS)
    public Response deliveries() {
        return Answers.ok(ListJson.of(
                webhooks.deliveries(addressed.tenant(), webhook(), query.text("cursor"), query.limit(), actor.get()),
                DeliveryJson::of));
    }

    /** Sends a parked message again. */
    @POST
    @Path("/{id}/deliveries/{delivery}/resend")
    @Needs(Permission.MANAGE_WEBHOOKS)
    public Response resend() {
        UUID id = webhook();
        UUID delivery = Identifiers.parse(addressed.part()).orElseThrow(NotFound::new);
        return changes.apply(
                () -> Answers.changed(DeliveryJson.of(webhooks.resend(addressed.tenant(), id, delivery, actor.get()))));
    }

    private UUID webhook() {
        return Identifiers.parse(addressed.id()).orElseThrow(NotFound::new);
    }
}
