package org.licencedesk.web.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Workers that call for a time: as fast as they are answered, or at a rate that does not wait for the answers. */
final class Load {

    static final int WORKERS = 16;

    /** Calls begin to fall due when everybody has a connection. */
    private static final Duration CONNECTED_BY = Duration.ofMillis(500);

    /** What a worker does, over and over; it keeps its own connection. */
    interface Worker extends AutoCloseable {

        void call() throws Exception;

        @Override
        void close() throws Exception;
    }

    /** Makes the worker of a number from 0. */
    interface Workers {

        Worker worker(int number) throws Exception;
    }

    /** What one worker does until the time is over. */
    private interface Shift {

        Timings work(Worker worker) throws Exception;
    }

    private Load() {}

    /** Closed loop of {@link #WORKERS}: each calls again as soon as it was answered. */
    static Timings run(Workers workers, Duration time) {
        return run(workers, WORKERS, time);
    }

    /** Closed loop of so many. */
    static Timings run(Workers workers, int count, Duration time) {
        Timings all = all(workers, count, worker -> closed(worker, time));
        all.during(time);
        return all;
    }

    /**
     * Open loop: calls fall due at that rate, whoever is free makes them, and each one's time is counted from when it fell
     * due, so that a slow answer counts for those that had to wait behind it too.
     */
    static Timings runAt(double perSecond, Workers workers, Duration time) {
        AtomicLong next = new AtomicLong();
        double interval = 1e9 / perSecond;
        long begun = System.nanoTime() + CONNECTED_BY.toNanos();
        Timings all = all(workers, WORKERS, worker -> open(worker, next, interval, begun, time));
        all.during(time);
        return all;
    }

    private static Timings all(Workers workers, int count, Shift shift) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Timings>> shifts = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                Worker worker = workers.worker(number);
                shifts.add(() -> {
                    try (worker) {
                        return shift.work(worker);
                    }
                });
            }
            Timings all = new Timings();
            for (Future<Timings> each : threads.invokeAll(shifts)) {
                all.addAll(each.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A worker failed", e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Timings closed(Worker worker, Duration time) throws Exception {
        Timings timings = new Timings();
        long until = System.nanoTime() + time.toNanos();
        for (long begun = System.nanoTime(); begun < until; ) {
            worker.call();
            long done = System.nanoTime();
            timings.add(done - begun);
            begun = done;
        }
        return timings;
    }

    private static Timings open(Worker worker, AtomicLong next, double interval, long begun, Duration time)
            throws Exception {
        Timings timings = new Timings();
        while (true) {
            long after = (long) (next.getAndIncrement() * interval);
            if (after >= time.toNanos()) {
                return timings;
            }
            for (long wait = begun + after - System.nanoTime(); wait > 0; wait = begun + after - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            worker.call();
            timings.add(System.nanoTime() - begun - after);
        }
    }
}
