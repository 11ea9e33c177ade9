package org.licencedesk.web.history;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Until when clients work, and how they wait meanwhile. */
final class Pace {

    private final CountDownLatch end = new CountDownLatch(1);

    void end() {
        end.countDown();
    }

    boolean isOver() {
        return end.getCount() == 0;
    }

    /** Lets time pass, or less if they are to end. */
    void pause(Duration time) {
        try {
            end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets a moment pass before something is asked for again. */
    void breathe() {
        pause(Duration.ofMillis(100));
    }
}
