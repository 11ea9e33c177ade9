package org.licencedesk.platform.jobs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last run of a job and who has its lease, as stored. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are asked for by queries alone.
class JobRun {

    /** A node that died over a job keeps it no longer than this; a node that works on renews the lease in time. */
    static final Duration LEASE = Duration.ofMinutes(2);

    @Id
    private String job;

    private @Nullable UUID leaseHolder;

    private @Nullable Instant leaseUntil;

    private @Nullable Instant lastStartedAt;

    private @Nullable Instant lastFinishedAt;

    private @Nullable Instant lastFailedAt;

    private @Nullable String lastFailure;

    private int failures;

    protected JobRun() {}

    String job() {
        return job;
    }

    Optional<Instant> lastFinishedAt() {
        return Optional.ofNullable(lastFinishedAt);
    }

    int failures() {
        return failures;
    }

    boolean lease(UUID node, Instant now) {
        boolean free = leaseHolder == null
                || isHeldBy(node)
                || Optional.ofNullable(leaseUntil)
                        .filter(until -> until.isAfter(now))
                        .isEmpty();
        if (free) {
            leaseHolder = node;
            leaseUntil = now.plus(LEASE);
        }
        return free;
    }

    boolean isHeldBy(UUID node) {
        return node.equals(leaseHolder);
    }

    boolean release(UUID node) {
        boolean held = isHeldBy(node);
        if (held) {
            leaseHolder = null;
            leaseUntil = null;
        }
        return held;
    }

    void start(Instant now) {
        lastStartedAt = now;
    }

    void finish(Instant now) {
        lastFinishedAt = now;
        failures = 0;
    }

    void fail(Cause cause, Instant now) {
        lastFailedAt = now;
        lastFailure = cause.text();
        failures++;
    }
}
