package org.licencedesk.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.DatabaseHealth;
import org.licencedesk.platform.jobs.JobRuns;
import org.licencedesk.platform.jobs.JobState;
import org.licencedesk.record.billing.DueRenewals;

/** How the jobs of the installation stand, read once for all who ask within a second. */
@ApplicationScoped
public class InstallationJobs {

    private static final long TRUSTED = Duration.ofSeconds(1).toNanos();

    @Inject
    private JobRuns runs;

    @Inject
    private DueRenewals renewals;

    @Inject
    private TimeSource time;

    private long readAt;

    private Optional<Reading> reading = Optional.empty();

    /**
     * What was read.
     *
     * @param overdueRenewals how many tenants have an invoice that should have been closed an hour ago or earlier
     */
    record Reading(List<JobState> jobs, long overdueRenewals, Instant at) {}

    /** @return how they stand; empty while the database does not say */
    synchronized Optional<Reading> read() {
        if (reading.isEmpty() || System.nanoTime() - readAt > TRUSTED) {
            reading = DatabaseHealth.isAvailable() ? ask() : Optional.empty();
            readAt = System.nanoTime();
        }
        return reading;
    }

    private Optional<Reading> ask() {
        try {
            Instant now = time.now();
            return Optional.of(new Reading(runs.states(), renewals.overdue(now), now));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
