package org.licencedesk.messages.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.jobs.Jobs;

/** Sets the sending of messages going, on every node. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class WebhookTimer {

    @Resource
    private ManagedThreadFactory factory;

    @Inject
    private Jobs jobs;

    @Inject
    private WebhookOutbox webhooks;

    private ExecutorService threads;

    /** The servers' own executors queue without end before they start a second thread. */
    @PostConstruct
    void open() {
        threads = Executors.newCachedThreadPool(factory);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Runs every second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        jobs.run(Job.WEBHOOKS, turn -> webhooks.sendAtOnce(threads));
    }

    /** Runs every hour. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    public void forgetOld() {
        jobs.run(Job.WEBHOOK_EXPIRY, turn -> turn.repeat(webhooks::forgetOld));
    }
}
