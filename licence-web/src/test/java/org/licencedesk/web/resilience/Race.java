package org.licencedesk.web.resilience;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.licencedesk.web.fixture.Reply;

/** Lets many requests go at the same moment. */
final class Race {

    private Race() {}

    /** @return what the runners were answered, in their order */
    static List<Reply> run(List<Supplier<Reply>> runners) {
        CyclicBarrier start = new CyclicBarrier(runners.size());
        ExecutorService threads = Executors.newFixedThreadPool(runners.size());
        try {
            List<Callable<Reply>> waiting = runners.stream()
                    .map(runner -> (Callable<Reply>) () -> {
                        start.await();
                        return runner.get();
                    })
                    .toList();
            return threads.invokeAll(waiting).stream().map(Race::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** @return what so many runners of one kind were answered */
    static List<Reply> run(int runners, IntFunction<Reply> runner) {
        return run(IntStream.range(0, runners)
                .mapToObj(number -> (Supplier<Reply>) () -> runner.apply(number))
                .toList());
    }

    private static Reply result(Future<Reply> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("A runner failed", e.getCause());
        }
    }
}
