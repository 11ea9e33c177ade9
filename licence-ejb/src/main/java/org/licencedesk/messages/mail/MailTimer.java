package org.licencedesk.messages.mail;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.jobs.Jobs;

/** Sets the sending of mails going, on every node. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class MailTimer {

    @Inject
    private Jobs jobs;

    @Inject
    private MailOutbox mails;

    /** Runs every five seconds, unless the time before still runs. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void send() {
        jobs.run(Job.MAILS, turn -> mails.send(turn::goesOn));
    }

    /** Runs every hour. */
    @Schedule(hour = "*", minute = "27", persistent = false)
    public void forgetOld() {
        jobs.run(Job.MAIL_EXPIRY, turn -> turn.repeat(mails::forgetOld));
    }
}
