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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.licencedesk.kernel.TimeSource;
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
    private WebhookDispatch dispatch;

    @Inject
    private WebhookQueue queue;

    @Inject
    private TimeSource time;

    private ExecutorService threads;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public WebhookTimer() {}

    /** The servers' own executors queue without end before they start a second thread. */
    @PostConstruct
    void open() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                WebhookDispatch.PLACES,
                WebhookDispatch.PLACES,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                factory);
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Runs every second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        jobs.run(Job.WEBHOOKS, turn -> dispatch.look(threads));
    }

    /** Runs every hour. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    public void forgetOld() {
        jobs.run(Job.WEBHOOK_EXPIRY, turn -> turn.repeat(() -> queue.forgetOld(time.now())));
    }
}
