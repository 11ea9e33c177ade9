package org.licencedesk.billing;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.licencedesk.job.Job;
import org.licencedesk.job.Jobs;
import org.licencedesk.kernel.Contention;
import org.licencedesk.kernel.TimeSource;

/** Closes all invoices that are due, each in a transaction of its own. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class RenewalJob {

    @Inject
    private Jobs jobs;

    @Inject
    private DueRenewals due;

    @Inject
    private Renewal renewal;

    @Inject
    private TimeSource time;

    /** Runs every five seconds, as midnight comes to each time zone at another hour. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() {
        run(time.now());
    }

    /**
     * Closes what is due at the instant. Of a tenant with several the earliest comes first, and the others in their turn.
     *
     * @return whether it was this node's turn to look
     */
    public boolean run(Instant now) {
        return jobs.run(
                Job.RENEWALS,
                turn -> turn.forEach(
                        (after, most) -> due.read(now, after, most),
                        tenant -> Contention.retrying(() -> renewal.closeNext(tenant, now))));
    }
}
