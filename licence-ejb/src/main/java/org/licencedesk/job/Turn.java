package org.licencedesk.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.licencedesk.kernel.Contention;
import org.licencedesk.kernel.DatabaseReach;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;

/** One run of a job on this node. It ends in time, so that what is left is done by the next run. */
public final class Turn {

    private static final int CHUNK = 100;

    private final Job job;

    private final JobRuns runs;

    private final FailureLog log;

    private final TimeSource time;

    private final BooleanSupplier holds;

    private final long end;

    /** @param holds whether the run is still this node's */
    Turn(Job job, JobRuns runs, FailureLog log, TimeSource time, BooleanSupplier holds) {
        this.job = job;
        this.runs = runs;
        this.log = log;
        this.time = time;
        this.holds = holds;
        this.end = System.nanoTime() + job.turn().toNanos();
    }

    /** @return whether more may be begun: there is time left, the lease is this node's, and the database answers */
    public boolean goesOn() {
        return System.nanoTime() - end < 0 && DatabaseReach.answers() && holds.getAsBoolean();
    }

    /** Repeats the step until it says that nothing is left, or the turn is over. */
    public void repeat(BooleanSupplier step) {
        boolean more = true;
        while (more && goesOn()) {
            more = step.getAsBoolean();
        }
    }

    /**
     * Does the work for each tenant that is due. A failure for one tenant is noted; the others go on, and the tenant is left
     * out for a while, the longer the more often it failed.
     *
     * @param work begins and ends its own transaction
     */
    public void forEach(DueTenants due, Consumer<TenantId> work) {
        Optional<Due> next = Optional.empty();
        do {
            DueChunk chunk = due.read(next, CHUNK);
            Map<TenantId, Instant> retries = chunk.tenants().isEmpty() ? Map.of() : runs.retries(job, chunk.tenants());
            for (TenantId tenant : chunk.tenants()) {
                if (!goesOn()) {
                    return;
                }
                if (!retries.getOrDefault(tenant, time.now()).isAfter(time.now())) {
                    attempt(tenant, work, retries.containsKey(tenant));
                }
            }
            next = chunk.next();
        } while (next.isPresent());
    }

    private void attempt(TenantId tenant, Consumer<TenantId> work, boolean failedBefore) {
        try {
            work.accept(tenant);
        } catch (RuntimeException | Error e) {
            if (Contention.isConnectionLost(e)) {
                throw e;
            }
            Cause cause = Cause.of(e);
            runs.noteFailure(job, tenant, cause).ifPresent(name -> log.note(job, Optional.of(name), cause));
            return;
        }
        if (failedBefore) {
            runs.forgetFailure(job, tenant);
        }
    }
}
