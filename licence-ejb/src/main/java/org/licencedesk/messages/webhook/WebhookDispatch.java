package org.licencedesk.messages.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.jobs.Jobs;

/** Gives each address that has something to get a thread of its own, as many at once as this node has places. */
@ApplicationScoped
class WebhookDispatch {

    static final int PLACES = 32;

    private final Semaphore places = new Semaphore(PLACES);

    @Inject
    private Jobs jobs;

    @Inject
    private WebhookQueue queue;

    @Inject
    private WebhookRound round;

    @Inject
    private TimeSource time;

    /** Looks once, and does not wait for what it set going. */
    void look(Executor threads) {
        int free = places.availablePermits();
        if (free == 0) {
            return;
        }
        for (UUID webhook : queue.due(time.now(), free)) {
            if (!places.tryAcquire()) {
                return;
            }
            threads.execute(() -> {
                try {
                    jobs.runPart(Job.WEBHOOKS, () -> round.send(webhook));
                } finally {
                    places.release();
                }
            });
        }
    }
}
