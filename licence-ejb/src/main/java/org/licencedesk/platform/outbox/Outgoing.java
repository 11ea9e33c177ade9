package org.licencedesk.platform.outbox;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.platform.outbox.Outcome.Result;

/** A message, as stored. Those of one lane leave one after the other; other lanes do not wait for it. */
@MappedSuperclass
public abstract class Outgoing {

    @Id
    private UUID id;

    private UUID lane;

    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    private int attempts;

    private Instant nextTryAt;

    private @Nullable Instant firstFailedAt;

    /** For the persistence provider. */
    protected Outgoing() {}

    /** A message that waits. */
    protected Outgoing(UUID lane, Instant now) {
        this.id = Identifiers.next();
        this.lane = lane;
        this.createdAt = now;
        this.state = MessageState.WAITING;
        this.nextTryAt = now;
    }

    /**
     * @param firstFailed when the first of its attempts failed
     * @return when it is tried again; empty if it is to be parked
     */
    protected abstract Optional<Instant> again(int attempts, Instant firstFailed, Instant now);

    /** @return by which the other side knows it; the same at each attempt */
    public UUID id() {
        return id;
    }

    /** @return the lane in which it leaves */
    public UUID lane() {
        return lane;
    }

    /** @return when it was written */
    public Instant createdAt() {
        return createdAt;
    }

    /** @return where it is */
    public MessageState state() {
        return state;
    }

    /** @return how often it was tried */
    public int attempts() {
        return attempts;
    }

    /** @return when it is tried again, while it waits */
    public Optional<Instant> nextTryAt() {
        return state == MessageState.WAITING ? Optional.of(nextTryAt) : Optional.empty();
    }

    boolean hadFailed() {
        return firstFailedAt != null;
    }

    /** Gives it up. */
    public final void park() {
        state = MessageState.PARKED;
    }

    /** Lets it be sent as if it had never been tried. */
    void restart(Instant now) {
        state = MessageState.WAITING;
        nextTryAt = now;
        firstFailedAt = null;
    }

    void note(Outcome outcome, Instant now) {
        Result result = outcome.result();
        attempts += result == Result.POINTLESS ? 0 : 1;
        switch (result) {
            case DELIVERED -> state = MessageState.DELIVERED;
            case REFUSED, POINTLESS -> park();
            case FAILED -> {
                Instant failed = firstFailedAt == null ? now : firstFailedAt;
                firstFailedAt = failed;
                Instant earliest = outcome.pause().map(now::plus).orElse(now);
                again(attempts, failed, now)
                        .ifPresentOrElse(next -> nextTryAt = next.isBefore(earliest) ? earliest : next, this::park);
            }
        }
    }
}
