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
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Permission;
import org.licencedesk.messages.webhook.Webhooks;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /tenants/{tenant}/webhooks}. */
@Path("/tenants/{tenant}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class WebhookResource {

    @Inject
    private Webhooks webhooks;

    @Inject
    private ApiCall call;

    /** Adds a webhook. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_WEBHOOKS)
    public Response add(byte[] body) {
        WebhookJson.New wanted = StrictJson.read(body, WebhookJson.New.class);
        return call.changeForSecret(
                () -> Answers.created(WebhookJson.Added.of(webhooks.add(call.tenant(), wanted.url(), call.actor()))));
    }

    /** @return the webhooks */
    @GET
    @Needs(Permission.MANAGE_WEBHOOKS)
    public Response list() {
        return Answers.ok(new Page<>(webhooks.list(call.tenant(), call.actor()), Optional.empty()));
    }

    /** Removes a webhook. */
    @DELETE
    @Path("/{id}")
    @Needs(Permission.MANAGE_WEBHOOKS)
    public Response remove() {
        UUID id = webhook();
        return call.remove(() -> webhooks.remove(call.tenant(), id, call.actor()));
    }

    /** Gives a webhook another secret. */
    @POST
    @Path("/{id}/secret")
    @Needs(Permission.MANAGE_WEBHOOKS)
    public Response rotate() {
        UUID id = webhook();
        return call.changeForSecret(
                () -> Answers.created(WebhookJson.Rotated.of(webhooks.rotate(call.tenant(), id, call.actor()))));
    }

    /** @return a page of the messages to the webhook, latest first */
    @GET
    @Path("/{id}/deliveries")
    @Needs(Permission.MANAGE_WEBHOOKS)
    public Response deliveries() {
        return Answers.ok(
                webhooks.deliveries(call.tenant(), webhook(), call.query().page(), call.actor())
                        .map(DeliveryJson::of));
    }

    /** Sends a parked message again. */
    @POST
    @Path("/{id}/deliveries/{delivery}/resend")
    @Needs(Permission.MANAGE_WEBHOOKS)
    public Response resend() {
        UUID id = webhook();
        UUID delivery = Identifiers.parse(call.part()).orElseThrow(NotFound::new);
        return call.change(
                () -> Answers.changed(DeliveryJson.of(webhooks.resend(call.tenant(), id, delivery, call.actor()))));
    }

    private UUID webhook() {
        return Identifiers.parse(call.id()).orElseThrow(NotFound::new);
    }
}
