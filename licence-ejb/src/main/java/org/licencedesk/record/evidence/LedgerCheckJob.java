package org.licencedesk.record.evidence;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.jobs.Jobs;

/** Checks every tenant's ledger each night, each on one of the nodes. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class LedgerCheckJob {

    @Inject
    private Jobs jobs;

    @Inject
    private LedgerFindings findings;

    @Inject
    private LedgerVerification verification;

    @Inject
    private TimeSource time;

    /** Begins every ten minutes of the night, in UTC, with what is still to be checked. */
    @Schedule(hour = "0-5", minute = "*/10", timezone = "UTC", persistent = false)
    public void look() {
        run(time.now());
    }

    /** Checks what was not checked on the day of the instant. */
    public void run(Instant now) {
        jobs.run(
                Job.LEDGER_CHECKS,
                turn -> turn.forEach((after, most) -> findings.due(now, after, most), tenant -> {
                    if (findings.claim(tenant, now)) {
                        verification.check(tenant, now);
                    }
                }));
    }
}
