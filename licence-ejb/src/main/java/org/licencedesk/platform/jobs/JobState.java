package org.licencedesk.platform.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * How a job stands in the whole installation.
 *
 * @param lastFinishedAt when a run of it, on any node, last came to its end; empty if none ever did
 * @param failedRuns how many runs in a row did not
 * @param failingTenants for how many tenants it failed and has not succeeded since
 */
public record JobState(Job job, Optional<Instant> lastFinishedAt, int failedRuns, long failingTenants) {

    /** @return whether the last run came to its end so long ago that somebody should look into it */
    public boolean isLate(Instant now) {
        return lastFinishedAt
                .filter(last -> last.plus(job.lateAfter()).isBefore(now))
                .isPresent();
    }
}
