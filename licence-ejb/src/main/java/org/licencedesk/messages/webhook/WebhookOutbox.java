package org.licencedesk.messages.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.outbox.Outbox;

/** Posts messages to the addresses of tenants, each address in a thread of its own. */
@ApplicationScoped
class WebhookOutbox extends Outbox<StoredDelivery, DeliveryOutcome> {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private WebhookSender sender;

    @Inject
    private SigningKey key;

    @Inject
    private Event<WebhookGone> stopped;

    WebhookOutbox() {
        super(Job.WEBHOOKS, StoredDelivery.class, "sequence");
    }

    /** Forgets messages of long ago that arrived or were given up. @return whether there may be more */
    boolean forgetOld() {
        return forget("webhook_delivery", false, Duration.ofDays(30));
    }

    @Override
    protected Supplier<DeliveryOutcome> prepare(StoredDelivery delivery, Instant now) {
        StoredWebhook webhook = entities.find(StoredWebhook.class, delivery.lane());
        if (webhook.isStopped()) {
            return () -> DeliveryOutcome.failed(DeliveryFailure.STOPPED);
        }
        SignedMessage message = new SignedMessage(
                delivery.id(),
                webhook.url(),
                delivery.body(),
                now,
                webhook.sign(delivery.id(), delivery.body(), key.bytes(), now));
        return () -> sender.send(message);
    }

    /** An address that is gone is stopped; what waits for it is then parked, message by message. */
    @Override
    protected void noted(StoredDelivery delivery, DeliveryOutcome outcome, Instant now) {
        delivery.noted(outcome);
        if (!outcome.isGone()) {
            return;
        }
        StoredWebhook webhook = entities.find(StoredWebhook.class, delivery.lane(), LockModeType.PESSIMISTIC_WRITE);
        if (!webhook.isStopped()) {
            webhook.stop(now);
            stopped.fire(new WebhookGone(webhook.tenant(), webhook.url(), now));
        }
    }
}
