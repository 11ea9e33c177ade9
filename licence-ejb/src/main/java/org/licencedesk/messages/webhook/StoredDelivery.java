package org.licencedesk.messages.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Identifiers;

/** A message to one address, as stored. */
@Entity
@Table(name = "webhook_delivery")
class StoredDelivery {

    @Id
    private UUID id;

    private UUID webhookId;

    @Column(name = "seq")
    private long sequence;

    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    private String body;

    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private int attempts;

    private Instant nextTryAt;

    private @Nullable Instant firstFailedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable DeliveryFailure lastFailure;

    private @Nullable Integer lastStatus;

    @SuppressWarnings("NullAway.Init")
    protected StoredDelivery() {}

    StoredDelivery(UUID webhook, long sequence, MessageKind kind, String body, Instant now) {
        this.id = Identifiers.next();
        this.webhookId = webhook;
        this.sequence = sequence;
        this.kind = kind;
        this.body = body;
        this.createdAt = now;
        this.state = DeliveryState.WAITING;
        this.nextTryAt = now;
    }

    UUID id() {
        return id;
    }

    UUID webhook() {
        return webhookId;
    }

    String body() {
        return body;
    }

    Delivery view() {
        return new Delivery(
                id,
                sequence,
                kind,
                createdAt,
                state,
                attempts,
                state == DeliveryState.WAITING ? Optional.of(nextTryAt) : Optional.empty(),
                Optional.ofNullable(lastFailure),
                Optional.ofNullable(lastStatus));
    }

    boolean hadFailed() {
        return firstFailedAt != null;
    }

    boolean isParked() {
        return state == DeliveryState.PARKED;
    }

    /** Notes what came of an attempt, and when the next is due. What has arrived once has arrived. */
    void note(Outcome outcome, Instant now) {
        if (state == DeliveryState.DELIVERED) {
            return;
        }
        attempts++;
        lastStatus = outcome.status().orElse(null);
        lastFailure = outcome.failure().orElse(null);
        if (outcome.isDelivered()) {
            state = DeliveryState.DELIVERED;
        } else if (outcome.isGone()) {
            state = DeliveryState.PARKED;
        } else {
            Instant failed = firstFailedAt == null ? now : firstFailedAt;
            firstFailedAt = failed;
            Retries.again(attempts, failed, now)
                    .ifPresentOrElse(next -> nextTryAt = next, () -> state = DeliveryState.PARKED);
        }
    }

    /** Sends it again as if it had never been tried. */
    void resend(Instant now) {
        state = DeliveryState.WAITING;
        nextTryAt = now;
        firstFailedAt = null;
    }
}
