package org.licencedesk.platform.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A message of a test. */
@Entity
@Table(name = "parcel")
class Parcel extends Outgoing {
    static final Duration RETRY_WINDOW = Duration.ofHours(2);

    private static final Retries RETRIES = new Retries(Duration.ofSeconds(10), 3, Duration.ofMinutes(10));

    private int number;

    @SuppressWarnings("NullAway.Init")
    protected Parcel() {}

    Parcel(UUID lane, int number, Instant now) {
        super(lane, now);
        this.number = number;
    }

    int number() {
        return number;
    }

    @Override
    protected Optional<Instant> again(int attempts, Instant firstFailed, Instant now) {
        return RETRIES.again(attempts, firstFailed, firstFailed.plus(RETRY_WINDOW), now);
    }
}
