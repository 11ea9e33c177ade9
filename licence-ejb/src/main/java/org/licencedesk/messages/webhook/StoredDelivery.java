package org.licencedesk.messages.webhook;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.platform.outbox.Outcome.Result;
import org.licencedesk.platform.outbox.Outgoing;
import org.licencedesk.platform.outbox.Retries;

/** A message to one address, as stored. Those to an address are a lane. */
@Entity
@Table(name = "webhook_delivery")
@AttributeOverride(name = "lane", column = @Column(name = "webhook_id"))
class StoredDelivery extends Outgoing {

    private static final Retries RETRIES = new Retries(Duration.ofSeconds(10), 3, Duration.ofMinutes(10));

    private static final Duration RETRY_WINDOW = Duration.ofDays(3);

    @Column(name = "seq")
    private long sequence;

    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    private String body;

    @Enumerated(EnumType.STRING)
    private @Nullable DeliveryFailure lastFailure;

    private @Nullable Integer lastStatus;

    protected StoredDelivery() {}

    StoredDelivery(UUID webhook, long sequence, MessageKind kind, String body, Instant now) {
        super(webhook, now);
        this.sequence = sequence;
        this.kind = kind;
        this.body = body;
    }

    String body() {
        return body;
    }

    Delivery view() {
        return new Delivery(
                id(),
                sequence,
                kind,
                createdAt(),
                state(),
                attempts(),
                nextTryAt(),
                Optional.ofNullable(lastFailure),
                Optional.ofNullable(lastStatus));
    }

    @Override
    protected Optional<Instant> again(int attempts, Instant firstFailed, Instant now) {
        return RETRIES.again(attempts, firstFailed, firstFailed.plus(RETRY_WINDOW), now);
    }

    void noted(DeliveryOutcome outcome) {
        lastFailure = outcome.failure().orElse(null);
        if (outcome.result() != Result.POINTLESS) {
            lastStatus = outcome.status().orElse(null);
        }
    }
}
