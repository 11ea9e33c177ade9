package org.licencedesk.seats.request;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.Contention;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.jobs.Jobs;

/** Looks for reductions whose date has come. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReductionTimer {

    @Inject
    private Jobs jobs;

    @Inject
    private DueReductions due;

    @Inject
    private ReductionRenewal renewal;

    @Inject
    private TimeSource time;

    /** Runs every minute, so that a reduction is applied soon after midnight, wherever that is. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void look() {
        run(time.now());
    }

    /**
     * Applies what is due at the instant, each reduction in a transaction of its own.
     *
     * @return whether it was this node's turn to look
     */
    public boolean run(Instant now) {
        return jobs.run(
                Job.REDUCTIONS,
                turn -> turn.forEach(
                        (after, most) -> due.read(now, after, most),
                        tenant -> Contention.retrying(() -> renewal.applyDue(tenant, due.dayOf(tenant, now), now))));
    }
}
