package org.licencedesk.web.history;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Clients who work at the same time. */
final class Crowd {

    private static final Duration LAST_ANSWER = Duration.ofMinutes(3);

    private final CountDownLatch end = new CountDownLatch(1);

    private final ExecutorService threads;

    private final List<Future<?>> working;

    private Crowd(List<Client> clients) {
        threads = Executors.newFixedThreadPool(clients.size());
        working = clients.stream()
                .<Future<?>>map(client -> threads.submit(() -> client.work(() -> end.getCount() == 0, this::pause)))
                .toList();
        threads.shutdown();
    }

    static Crowd start(List<Client> clients) {
        return new Crowd(clients);
    }

    /** Lets time pass, or less if they are to end. */
    void pause(Duration time) {
        try {
            end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until something is so, which it becomes because they work. */
    void until(BooleanSupplier isSo, Duration atMost) {
        await().atMost(atMost)
                .until(() -> isSo.getAsBoolean() || working.stream().anyMatch(Future::isDone));
    }

    /** Lets everybody finish what they asked for. */
    void end() {
        end.countDown();
        for (Future<?> each : working) {
            try {
                each.get(LAST_ANSWER.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw new AssertionError("A client failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (TimeoutException e) {
                throw new AssertionError("A client was never answered", e);
            }
        }
    }
}
