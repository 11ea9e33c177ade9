package org.licencedesk.people.access;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.jobs.Jobs;

/** Forgets links of long ago, a few at a time. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SignInLinkExpiry {

    private static final int AT_A_TIME = 1_000;

    @Inject
    private Jobs jobs;

    @Inject
    private StoredLinks links;

    @Inject
    private TimeSource time;

    /** Runs every hour. */
    @Schedule(hour = "*", minute = "41", persistent = false)
    public void forgetOld() {
        jobs.run(Job.LINK_EXPIRY, turn -> turn.repeat(() -> links.forget(AT_A_TIME, time.now()) == AT_A_TIME));
    }
}
