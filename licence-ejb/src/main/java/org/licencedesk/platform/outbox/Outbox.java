package org.licencedesk.platform.outbox;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.Contention;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.jobs.Jobs;
import org.licencedesk.platform.outbox.Outcome.Result;

/**
 * Sends messages of one kind. What they are, and how one is sent, is said by a class for each kind.
 *
 * @param <M> the messages, an entity
 * @param <O> what comes of sending one
 */
public abstract class Outbox<M extends Outgoing, O extends Outcome> {

    private static final int PLACES = 32;

    private static final int LANES_IN_TURN = 50;

    /** How long a lane is sent from before others get their turn. */
    private static final Duration TURN = Duration.ofSeconds(20);

    final Class<M> messages;

    final String order;

    private final Job job;

    private final Semaphore places = new Semaphore(PLACES);

    @Inject
    OutboxQueue queue;

    @Inject
    Jobs jobs;

    @Inject
    TimeSource time;

    /**
     * An outbox of its own.
     *
     * @param job the job that sends them
     * @param order the attribute that says in which order the messages of a lane leave
     */
    protected Outbox(Job job, Class<M> messages, String order) {
        this.job = job;
        this.messages = messages;
        this.order = order;
    }

    /**
     * Makes a message ready, in the transaction that hands it out.
     *
     * @return how to send it, in well under a minute; called outside any transaction
     */
    protected abstract Supplier<O> prepare(M message, Instant now);

    /** Keeps what else came of a message that had not been delivered before, in the transaction that noted the result. */
    protected abstract void noted(M message, O outcome, Instant now);

    /** @return lanes in which something waits and that do not rest, longest unattended first */
    public List<UUID> due(int most) {
        return queue.due(this, time.now(), most);
    }

    /** Sends from the lanes that are due, one after the other, until a message fails. */
    protected void sendInTurn(BooleanSupplier goesOn) {
        for (UUID lane : due(LANES_IN_TURN)) {
            if (!goesOn.getAsBoolean() || !send(lane)) {
                return;
            }
        }
    }

    /** Gives each lane that is due a thread, to 32 at once, and does not wait for them. */
    public void sendAtOnce(Executor threads) {
        int free = places.availablePermits();
        List<UUID> lanes = free == 0 ? List.of() : due(free);
        lanes.stream()
                .filter(lane -> places.tryAcquire())
                .forEach(lane -> threads.execute(() -> {
                    try {
                        jobs.runPart(job, () -> send(lane));
                    } finally {
                        places.release();
                    }
                }));
    }

    /**
     * Forgets old messages.
     *
     * @param waiting whether those that still wait are forgotten as well
     * @return whether there may be more
     */
    protected boolean forget(String table, boolean waiting, Duration kept) {
        return queue.forget(table, waiting, time.now().minus(kept));
    }

    /**
     * Sends what waits in the lane, in order, until nothing does, a message fails, or others should have their turn.
     *
     * @return whether no message failed
     */
    public boolean send(UUID lane) {
        Instant begin = time.now();
        Optional<UUID> claim = Contention.retrying(() -> queue.claim(lane, begin));
        if (claim.isEmpty()) {
            return true;
        }
        Optional<Outcome> last;
        do {
            last = sendNext(lane, claim.get());
        } while (last.filter(outcome -> outcome.result() != Result.FAILED).isPresent()
                && time.now().isBefore(begin.plus(TURN)));
        last.ifPresent(outcome -> leave(lane, claim.get(), outcome));
        return last.filter(outcome -> outcome.result() == Result.FAILED).isEmpty();
    }

    private void leave(UUID lane, UUID claim, Outcome last) {
        Instant now = time.now();
        Contention.retrying(() -> last.pause()
                .map(pause -> queue.pause(lane, claim, now.plus(pause)))
                .orElseGet(() -> queue.release(this, lane, claim, now)));
    }

    /**
     * Sends the next message. One that cannot be read or made ready holds back its own lane alone.
     *
     * @return what came of it; empty if there is none, and the claim is over
     */
    private Optional<Outcome> sendNext(UUID lane, UUID claim) {
        try {
            return Contention.retrying(() -> queue.next(this, lane, claim, time.now()))
                    .<Outcome>map(attempt -> {
                        O outcome = attempt.sending().get();
                        return Contention.retrying(() -> queue.note(this, attempt.message(), outcome, time.now()));
                    });
        } catch (RuntimeException e) {
            if (Contention.isConnectionLost(e)) {
                throw e;
            }
            jobs.tell(job, e);
            Contention.retrying(() -> queue.postpone(this, lane, claim, time.now()));
            return Optional.of(() -> Result.POINTLESS);
        }
    }
}
