package org.licencedesk.platform.outbox;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.platform.outbox.Outcome.Result;
import org.licencedesk.platform.outbox.Retries.Next;
import org.licencedesk.platform.outbox.Retries.Waiting;

/**
 * Hands the messages of a lane out, one after the other and to one node at a time. Each step is one short transaction;
 * nothing is locked while a message is on its way.
 */
@Stateless
@WithoutPermission("a step of a job, or of a use case that has checked one")
public class OutboxQueue {

    /** More messages than this never fail beside each other: each of them is an hour younger than the one before. */
    private static final int AT_ONCE = 100;

    private static final int FORGOTTEN_AT_A_TIME = 1_000;

    private static final Duration POSTPONED_BY = Duration.ofMinutes(5);

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return lanes in which something waits and that do not rest, longest unattended first */
    public List<UUID> due(Outbox<?, ?> outbox, Instant now, int most) {
        return entities.createQuery(
                        "select w.lane from (select distinct m.lane as lane from " + outbox.messages.getSimpleName()
                                + " m where m.state = :waiting) w left join Lane l on l.id = w.lane"
                                + " where l.id is null or l.restsUntil <= :now order by l.restsUntil, w.lane",
                        UUID.class)
                .setParameter("waiting", MessageState.WAITING)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return a claim to send from the lane, unless another node has one or the lane rests */
    public Optional<UUID> claim(UUID lane, Instant now) {
        return lock(lane)
                .or(() -> {
                    entities.createNativeQuery("insert ignore into outbox_lane (id, rests_until) values (:id, :now)")
                            .setParameter("id", lane)
                            .setParameter("now", now)
                            .executeUpdate();
                    return lock(lane);
                })
                .filter(found -> !found.rests(now))
                .map(found -> found.claim(now));
    }

    /**
     * @param claim as it was given out
     * @return the next message to be sent; if there is none, or the claim was lost, the claim is over
     */
    public <M extends Outgoing, O extends Outcome> Optional<Attempt<O>> next(
            Outbox<M, O> outbox, UUID lane, UUID claim, Instant now) {
        Optional<Lane> mine = claimed(lane, claim);
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        Next next = next(outbox, lane, now);
        if (next.message().isEmpty()) {
            rest(mine.get(), next, now);
            return Optional.empty();
        }
        mine.get().prolong(now);
        return next.message()
                .map(id -> entities.find(outbox.messages, id))
                .map(message -> new Attempt<>(message.id(), outbox.prepare(message, now)));
    }

    /**
     * Notes what came of a message. What has arrived once has arrived; if it had failed before, those that failed beside it
     * need wait no longer.
     *
     * @return what came of it
     */
    public <M extends Outgoing, O extends Outcome> O note(Outbox<M, O> outbox, UUID id, O outcome, Instant now) {
        Optional.ofNullable(entities.find(outbox.messages, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(message -> message.state() != MessageState.DELIVERED)
                .ifPresent(message -> {
                    message.note(outcome, now);
                    outbox.noted(message, outcome, now);
                    if (outcome.result() == Result.DELIVERED && message.hadFailed()) {
                        hurry(outbox, message.lane(), now);
                    }
                });
        return outcome;
    }

    /**
     * Notes that the next message could not even be read, as one of a later version; it is looked at again after a while.
     *
     * @return whether there was one
     */
    public boolean postpone(Outbox<?, ?> outbox, UUID lane, UUID claim, Instant now) {
        Optional<UUID> message =
                claimed(lane, claim).flatMap(mine -> next(outbox, lane, now).message());
        message.ifPresent(id -> entities.createQuery("update " + outbox.messages.getSimpleName()
                        + " set attempts = attempts + 1, nextTryAt = :later,"
                        + " firstFailedAt = coalesce(firstFailedAt, :now) where id = :id")
                .setParameter("later", now.plus(POSTPONED_BY))
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate());
        return message.isPresent();
    }

    /** Gives a claim back, so that others get their turn. @return whether it still was one */
    public boolean release(Outbox<?, ?> outbox, UUID lane, UUID claim, Instant now) {
        Optional<Lane> mine = claimed(lane, claim);
        mine.ifPresent(held -> rest(held, next(outbox, lane, now), now));
        return mine.isPresent();
    }

    /** Gives a claim back, and leaves the lane alone until that instant. @return whether it still was one */
    public boolean pause(UUID lane, UUID claim, Instant until) {
        Optional<Lane> mine = claimed(lane, claim);
        mine.ifPresent(held -> held.rest(until));
        return mine.isPresent();
    }

    /** Sends a parked message again; one that waits or has arrived stays as it is. */
    public void resend(Outgoing message, Instant now) {
        entities.refresh(message, LockModeType.PESSIMISTIC_WRITE);
        if (message.state() == MessageState.PARKED) {
            message.restart(now);
            wake(message.lane());
        }
    }

    /** Ends the rest of a lane, unless somebody sends from it. */
    public void wake(UUID lane) {
        lock(lane).filter(found -> !found.isClaimed()).ifPresent(entities::remove);
    }

    /**
     * Forgets messages that were written before that instant.
     *
     * @param waiting whether those that still wait are forgotten as well
     * @return whether there may be more
     */
    public boolean forget(String table, boolean waiting, Instant before) {
        entities.createQuery("delete from Lane where restsUntil < :before")
                .setParameter("before", before)
                .executeUpdate();
        return entities.createNativeQuery("delete from " + table + " where created_at < :before"
                                + (waiting ? "" : " and state <> 'WAITING'") + " order by created_at limit "
                                + FORGOTTEN_AT_A_TIME)
                        .setParameter("before", before)
                        .executeUpdate()
                == FORGOTTEN_AT_A_TIME;
    }

    private Optional<Lane> lock(UUID lane) {
        return Optional.ofNullable(entities.find(Lane.class, lane, LockModeType.PESSIMISTIC_WRITE));
    }

    private Optional<Lane> claimed(UUID lane, UUID claim) {
        return lock(lane).filter(found -> found.isClaimedBy(claim));
    }

    private void rest(Lane lane, Next next, Instant now) {
        next.message().map(due -> now).or(next::wakeAt).ifPresentOrElse(lane::rest, () -> entities.remove(lane));
    }

    /** The other side answers again: what has failed there need not wait for its pause to end. */
    private void hurry(Outbox<?, ?> outbox, UUID lane, Instant now) {
        entities.createQuery("update " + outbox.messages.getSimpleName()
                        + " set nextTryAt = :now where lane = :lane and state = :waiting and nextTryAt > :now")
                .setParameter("now", now)
                .setParameter("lane", lane)
                .setParameter("waiting", MessageState.WAITING)
                .executeUpdate();
    }

    private Next next(Outbox<?, ?> outbox, UUID lane, Instant now) {
        List<Waiting> waiting = entities
                .createQuery(
                        "select id, nextTryAt, firstFailedAt from " + outbox.messages.getSimpleName()
                                + " where lane = :lane and state = :waiting order by " + outbox.order,
                        Object[].class)
                .setParameter("lane", lane)
                .setParameter("waiting", MessageState.WAITING)
                .setMaxResults(AT_ONCE)
                .getResultList()
                .stream()
                .map(row -> new Waiting((UUID) row[0], (Instant) row[1], Optional.ofNullable((Instant) row[2])))
                .toList();
        return Retries.next(waiting, now);
    }
}
