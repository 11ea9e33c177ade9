package org.licencedesk.platform.idempotency;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.jobs.Jobs;

/** Forgets old answers, a few at a time. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReplayExpiry {

    private static final int AT_A_TIME = 1_000;

    @Inject
    private Jobs jobs;

    @Inject
    private Idempotency idempotency;

    /** Runs every quarter of an hour. */
    @Schedule(hour = "*", minute = "*/15", persistent = false)
    public void forgetOld() {
        jobs.run(Job.REPLAY_EXPIRY, turn -> turn.repeat(() -> idempotency.forget(AT_A_TIME) == AT_A_TIME));
    }
}
