package org.licencedesk.web.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sixteen workers that call for a time as fast as they are answered. */
final class Load {

    static final int WORKERS = 16;

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

    private Load() {}

    static Timings run(Workers workers, Duration time) {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Callable<Timings>> shifts = new ArrayList<>();
            for (int number = 0; number < WORKERS; number++) {
                Worker worker = workers.worker(number);
                shifts.add(() -> shift(worker, time));
            }
            Timings all = new Timings();
            for (Future<Timings> shift : threads.invokeAll(shifts)) {
                all.addAll(shift.get());
            }
            all.during(time);
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

    private static Timings shift(Worker worker, Duration time) throws Exception {
        try (worker) {
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
    }
}
