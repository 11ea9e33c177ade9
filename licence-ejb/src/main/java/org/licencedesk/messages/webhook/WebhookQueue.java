package org.licencedesk.messages.webhook;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.messages.webhook.Retries.Waiting;

/**
 * Hands the messages of an address out, one after the other and to one node at a time. Each step is one short
 * transaction; nothing is locked while a message is on its way.
 */
@Stateless
@WithoutPermission("a step of a job, which nobody calls")
public class WebhookQueue {

    /** Longer than any attempt takes; a node that died with a claim holds it no longer than this. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final int AT_A_TIME = 1_000;

    private static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Event<WebhookGone> stopped;

    @Inject
    private SigningKey key;

    /** @return addresses that have something to be sent, longest unattended first */
    public List<UUID> due(Instant now, int most) {
        return entities.createQuery(
                        "select w.id from StoredWebhook w where w.stoppedAt is null"
                                + " and (w.restsUntil is null or w.restsUntil <= :now) and exists"
                                + " (select 1 from StoredDelivery d where d.webhookId = w.id and d.state = :waiting)"
                                + " order by w.restsUntil, w.id",
                        UUID.class)
                .setParameter("now", now)
                .setParameter("waiting", DeliveryState.WAITING)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return a claim to send to the address, unless another node has one or there is nothing to do yet */
    public Optional<UUID> claim(UUID webhook, Instant now) {
        return lock(webhook)
                .filter(found -> !found.isStopped() && !found.rests(now))
                .map(found -> found.claim(now.plus(LEASE)));
    }

    /**
     * @param claim as it was given out
     * @return the next message to be sent; if there is none, or the claim was lost, the claim is over
     */
    public Optional<SignedMessage> next(UUID webhook, UUID claim, Instant now) {
        Optional<StoredWebhook> mine = lock(webhook).filter(found -> found.isClaimedBy(claim));
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        Retries.Turn turn = Retries.next(waiting(webhook), now);
        if (turn.message().isEmpty()) {
            mine.get().rest(turn.wakeAt());
            return Optional.empty();
        }
        mine.get().keep(now.plus(LEASE));
        StoredDelivery delivery =
                entities.find(StoredDelivery.class, turn.message().get());
        return Optional.of(new SignedMessage(
                delivery.id(),
                mine.get().url(),
                delivery.body(),
                now,
                mine.get().sign(delivery.id(), delivery.body(), key.bytes(), now)));
    }

    /** Notes what came of an attempt. An address that is gone is stopped, and what waits for it is parked. */
    public void note(UUID webhook, UUID message, Outcome outcome, Instant now) {
        Optional<StoredWebhook> found = lock(webhook);
        if (found.isEmpty()) {
            return;
        }
        StoredDelivery delivery = entities.find(StoredDelivery.class, message);
        delivery.note(outcome, now);
        if (outcome.isDelivered() && delivery.hadFailed()) {
            hurry(webhook, now);
        }
        if (outcome.isGone() && !found.get().isStopped()) {
            found.get().stop(now);
            entities.createQuery("update StoredDelivery set state = :parked, lastFailure = :gone"
                            + " where webhookId = :webhook and state = :waiting")
                    .setParameter("parked", DeliveryState.PARKED)
                    .setParameter("gone", DeliveryFailure.STOPPED)
                    .setParameter("webhook", webhook)
                    .setParameter("waiting", DeliveryState.WAITING)
                    .executeUpdate();
            stopped.fire(new WebhookGone(found.get().tenant(), found.get().url(), now));
        }
    }

    /** Gives a claim back before all is sent, so that others get their turn. */
    public void release(UUID webhook, UUID claim, Instant now) {
        lock(webhook).filter(found -> found.isClaimedBy(claim)).ifPresent(found -> found.rest(Optional.of(now)));
    }

    /** Forgets messages of long ago that arrived or were given up. @return whether there may be more */
    public boolean forgetOld(Instant now) {
        int forgotten = entities.createNativeQuery("delete from webhook_delivery"
                        + " where created_at < :before and state <> 'WAITING' order by created_at limit " + AT_A_TIME)
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
        return forgotten == AT_A_TIME;
    }

    private Optional<StoredWebhook> lock(UUID webhook) {
        return Optional.ofNullable(entities.find(StoredWebhook.class, webhook, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The address answers again: what has failed there need not wait for its pause to end. */
    private void hurry(UUID webhook, Instant now) {
        entities.createQuery("update StoredDelivery set nextTryAt = :now"
                        + " where webhookId = :webhook and state = :waiting and nextTryAt > :now")
                .setParameter("now", now)
                .setParameter("webhook", webhook)
                .setParameter("waiting", DeliveryState.WAITING)
                .executeUpdate();
    }

    private List<Waiting> waiting(UUID webhook) {
        return entities.createQuery(
                        "select id, nextTryAt, firstFailedAt from StoredDelivery"
                                + " where webhookId = :webhook and state = :waiting order by sequence",
                        Object[].class)
                .setParameter("webhook", webhook)
                .setParameter("waiting", DeliveryState.WAITING)
                .setMaxResults(Retries.AT_ONCE)
                .getResultStream()
                .map(row -> new Waiting((UUID) row[0], (Instant) row[1], Optional.ofNullable((Instant) row[2])))
                .toList();
    }
}
