package org.licencedesk.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.licencedesk.kernel.Busy;

/**
 * Group commit: what would wait for the same lock is done in one transaction, which takes the lock once and commits once.
 * Each use case has its own outcome, and nobody is answered before the commit (R35, R36).
 *
 * <p>Nobody waits for a group to fill. Whoever finds the way free goes at once, alone; those who come meanwhile are the next
 * group. If one of them is refused, or fails, the transaction is rolled back, nothing of any of them was done, and each
 * goes by itself.
 */
@ApplicationScoped
public class GroupCommit {

    private static final int LARGEST_GROUP = 16;

    /** Whoever gets a turn may have to wait for the lock as well, for five seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** Where one of a group was refused, most likely others are, too: a full allowance refuses everybody. */
    private static final Duration ALONE_AFTER_REFUSAL = Duration.ofSeconds(1);

    private final Map<Object, Queue<Member<?>>> waiting = new HashMap<>();

    private final Cache<Object, Boolean> alone = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(ALONE_AFTER_REFUSAL)
            .build();

    @Inject
    private OneTransaction transaction;

    /**
     * Runs the use case, as {@link Contention#retrying} does.
     *
     * @param lock names what the use case locks first; others with an equal one may be done in the same transaction
     * @param useCase begins its own transaction, or joins one; may run on another thread and several times, and therefore
     *     knows nothing of the present request
     * @throws Busy if its turn did not come in time, too; nothing was changed
     */
    public <T> T run(Object lock, Supplier<T> useCase) {
        if (alone.getIfPresent(lock) != null) {
            return Contention.retrying(useCase);
        }
        Member<T> member = new Member<>(useCase);
        List<Member<?>> group = turn(lock, member);
        if (!group.isEmpty()) {
            try {
                carry(lock, group);
            } finally {
                passOn(lock);
            }
        }
        return member.outcome().orElseGet(() -> Contention.retrying(useCase));
    }

    /** @return the group to lead; empty if another one has led it */
    private List<Member<?>> turn(Object lock, Member<?> member) {
        synchronized (waiting) {
            Queue<Member<?>> others = waiting.get(lock);
            if (others == null) {
                waiting.put(lock, new ArrayDeque<>());
                return List.of(member);
            }
            others.add(member);
        }
        return member.turnWithin(LONGEST_WAIT).orElseGet(() -> {
            synchronized (waiting) {
                if (Optional.ofNullable(waiting.get(lock))
                        .filter(others -> others.remove(member))
                        .isPresent()) {
                    throw new Busy();
                }
            }
            return member.turn();
        });
    }

    /** @return how many wait for their turn at the lock */
    int waitingFor(Object lock) {
        synchronized (waiting) {
            return Optional.ofNullable(waiting.get(lock)).map(Queue::size).orElse(0);
        }
    }

    private void passOn(Object lock) {
        List<Member<?>> group = new ArrayList<>();
        synchronized (waiting) {
            Queue<Member<?>> others = Objects.requireNonNull(waiting.get(lock));
            while (!others.isEmpty() && group.size() < LARGEST_GROUP) {
                group.add(others.remove());
            }
            if (group.isEmpty()) {
                waiting.remove(lock);
                return;
            }
        }
        group.get(0).lead(group);
    }

    /** Runs the use cases in one transaction, and commits it. */
    List<Object> together(List<? extends Supplier<?>> useCases, Runnable allDone) {
        return transaction.of(useCases, allDone);
    }

    private void carry(Object lock, List<Member<?>> group) {
        if (group.size() == 1) {
            group.get(0).run();
            return;
        }
        AtomicBoolean committing = new AtomicBoolean();
        try {
            List<Object> results = Contention.retrying(() -> {
                committing.set(false);
                return together(group.stream().map(Member::useCase).toList(), () -> committing.set(true));
            });
            for (int i = 0; i < group.size(); i++) {
                group.get(i).done(results.get(i));
            }
        } catch (Busy | Error e) {
            group.forEach(member -> member.fail(e));
        } catch (RuntimeException e) {
            if (committing.get()) {
                group.forEach(member -> member.fail(e));
            } else {
                alone.put(lock, true);
                group.forEach(Member::goAlone);
            }
        }
    }

    /** One use case, and what becomes of it. */
    private static final class Member<T> {

        private final Supplier<T> useCase;

        private final CompletableFuture<List<Member<?>>> turn = new CompletableFuture<>();

        private final CompletableFuture<Optional<T>> outcome = new CompletableFuture<>();

        Member(Supplier<T> useCase) {
            this.useCase = useCase;
        }

        Supplier<T> useCase() {
            return useCase;
        }

        void lead(List<Member<?>> group) {
            turn.complete(group);
        }

        Optional<List<Member<?>>> turnWithin(Duration time) {
            try {
                return Optional.of(turn.get(time.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException notYet) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Whoever leads the group ends it: each of its statements has a bound. */
        List<Member<?>> turn() {
            return turn.join();
        }

        /** @return the result; empty if it is to go alone */
        Optional<T> outcome() {
            try {
                return outcome.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                if (e.getCause() instanceof Error failure) {
                    throw failure;
                }
                throw e;
            }
        }

        void run() {
            try {
                end(Optional.of(Contention.retrying(useCase)));
            } catch (RuntimeException | Error e) {
                fail(e);
            }
        }

        @SuppressWarnings("unchecked") // It is what its own use case returned.
        void done(Object result) {
            end(Optional.of((T) result));
        }

        void goAlone() {
            end(Optional.empty());
        }

        void fail(Throwable failure) {
            outcome.completeExceptionally(failure);
            turn.complete(List.of());
        }

        private void end(Optional<T> result) {
            outcome.complete(result);
            turn.complete(List.of());
        }
    }
}
