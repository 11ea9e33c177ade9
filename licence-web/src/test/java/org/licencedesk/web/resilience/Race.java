package org.licencedesk.web.resilience;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    private static final Duration MOST = Duration.ofSeconds(30);

    private static final Set<String> UNDECIDED = Set.of("busy", "idempotency-key-in-progress");

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

    /**
     * Lets them go at the same moment, and each that could not be decided go again until it is.
     *
     * @return what the runners were answered in the end, in their order
     */
    static List<Reply> untilDecided(List<Supplier<Reply>> runners) {
        List<Reply> answers = new ArrayList<>(run(runners));
        for (int number = 0; number < answers.size(); number++) {
            if (!isDecided(answers.get(number))) {
                answers.set(number, decided(runners.get(number)));
            }
        }
        return answers;
    }

    /** @return what so many runners of one kind were answered in the end */
    static List<Reply> untilDecided(int runners, IntFunction<Reply> runner) {
        return untilDecided(IntStream.range(0, runners)
                .mapToObj(number -> (Supplier<Reply>) () -> runner.apply(number))
                .toList());
    }

    /** @return what the runner is answered when it is neither told to come back nor that its first request still runs */
    static Reply decided(Supplier<Reply> runner) {
        return await().atMost(MOST).until(runner::get, Race::isDecided);
    }

    private static boolean isDecided(Reply answer) {
        return !UNDECIDED.contains(answer.code());
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
