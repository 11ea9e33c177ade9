package org.licencedesk.platform.jobs;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.licencedesk.kernel.TenantId;

/** A tenant for whom a job failed and has not succeeded since, as stored. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are asked for by queries alone.
class JobFailure {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** After so many doublings the longest pause is passed. */
    private static final int DOUBLINGS = 8;

    @Embeddable
    record Key(String job, UUID tenantId) {}

    @EmbeddedId
    private Key key;

    private int failures;

    private Instant firstFailedAt;

    private Instant lastFailedAt;

    private Instant nextTryAt;

    private String cause;

    protected JobFailure() {}

    JobFailure(Job job, TenantId tenant, Cause cause, Instant now) {
        this.key = key(job, tenant);
        this.firstFailedAt = now;
        this.lastFailedAt = now;
        this.nextTryAt = now;
        this.cause = cause.text();
        note(cause, now);
    }

    static Key key(Job job, TenantId tenant) {
        return new Key(job.text(), tenant.value());
    }

    /** Notes a further failure. @return whether it has another cause than the one before */
    final boolean note(Cause again, Instant now) {
        boolean news = failures == 0 || !cause.equals(again.text());
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        failures++;
        cause = again.text();
        lastFailedAt = now;
        nextTryAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        return news;
    }
}
