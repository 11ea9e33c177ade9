package org.licencedesk.web.history;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Clients who work at the same time. */
final class Crowd {

    private static final Duration LAST_ANSWER = Duration.ofMinutes(3);

    private final Pace pace;

    private final ExecutorService threads;

    private final List<Future<?>> working;

    private Crowd(List<Consumer<Pace>> clients, Pace pace) {
        this.pace = pace;
        threads = Executors.newFixedThreadPool(clients.size());
        working = clients.stream()
                .<Future<?>>map(client -> threads.submit(() -> work(client)))
                .toList();
        threads.shutdown();
    }

    static Crowd start(List<Consumer<Pace>> clients, Pace pace) {
        return new Crowd(clients, pace);
    }

    /** Waits until something is so, which it becomes because they work; or for as long as that, or until one of them fails. */
    void until(BooleanSupplier isSo, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!isSo.getAsBoolean() && System.nanoTime() < deadline && !pace.isOver()) {
            pace.pause(Duration.ofMillis(20));
        }
    }

    /** When one fails it is over for all. */
    private void work(Consumer<Pace> client) {
        try {
            client.accept(pace);
        } catch (RuntimeException | Error e) {
            pace.end();
            throw e;
        }
    }

    /** Lets everybody finish what they asked for. */
    void end() {
        pace.end();
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
