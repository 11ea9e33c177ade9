package org.licencedesk.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.messages.webhook.Delivery;
import org.licencedesk.messages.webhook.NewSecret;
import org.licencedesk.messages.webhook.Webhook;
import org.licencedesk.messages.webhook.Webhooks;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.ListAddress;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Paging;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /account/webhooks/ID}: one webhook with the messages to it. */
@Named
@ViewScoped
public class WebhookPage implements Serializable {

    private static final int ROWS = 20;

    private static final String TEXTS = "accountText";

    private static final String FORM = "hook";

    private static final String MESSAGES = "messages";

    @Inject
    private Webhooks webhooks;

    @Inject
    private AccountAddress address;

    @Inject
    private CurrentActor actor;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    private transient @Nullable Webhook webhook;

    private final Lazy<Page<Delivery>> deliveries = new Lazy<>(this::readDeliveries);

    private transient @Nullable NewSecret rotated;

    private @Nullable String cursor;

    /** Reads the webhook of the address; there may be none. */
    @PostConstruct
    void read() {
        cursor = ListAddress.asked(page.request().getParameterMap())
                .text(MESSAGES)
                .orElse(null);
        address.webhook()
                .flatMap(id -> webhooks.list(actor.tenant(), actor.get()).stream()
                        .filter(known -> known.id().equals(id))
                        .findFirst())
                .ifPresent(found -> webhook = found);
    }

    /** Shows the error page where there is no such webhook. */
    public void require() {
        if (webhook == null) {
            page.fail(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** @return the webhook */
    public Webhook webhook() {
        return Optional.ofNullable(webhook).orElseThrow(NotFound::new);
    }

    /** @return the host of its address */
    public String getHost() {
        return URI.create(webhook().url()).getHost();
    }

    /** @return the messages to it, newest first, from where the address says */
    public Page<Delivery> deliveries() {
        return deliveries.get();
    }

    private Page<Delivery> readDeliveries() {
        return Paging.read(
                Optional.ofNullable(cursor),
                ROWS,
                wanted -> webhooks.deliveries(actor.tenant(), webhook().id(), wanted, actor.get()));
    }

    /** @return whether the messages begin somewhere after the newest one */
    public boolean isBehind() {
        return cursor != null;
    }

    /** Gives the webhook another secret, which is shown now alone. */
    public void rotate() {
        refusals.run(FORM, () -> webhooks.rotate(actor.tenant(), webhook().id(), actor.get()))
                .ifPresent(secret -> rotated = secret);
    }

    /** Sends a parked message again. */
    public void resend(Delivery delivery) {
        refusals.run(FORM, () -> webhooks.resend(actor.tenant(), webhook().id(), delivery.id(), actor.get()))
                .ifPresent(sent -> toasts.say(page.text(TEXTS, "resent", page.text(TEXTS, "kind." + sent.kind()))));
        refresh();
    }

    /** Reads the messages afresh. */
    public void refresh() {
        deliveries.forget();
    }

    /** Removes the webhook with all messages to it, and goes back to the account. */
    public void remove() {
        String host = getHost();
        if (refusals.done(
                "removeForm", () -> webhooks.remove(actor.tenant(), webhook().id(), actor.get()))) {
            toasts.say(page.text(TEXTS, "removed", host));
            page.redirect("/account");
        }
    }

    /** @return the secret that was just made, once one was */
    public @Nullable NewSecret getRotated() {
        return rotated;
    }
}
