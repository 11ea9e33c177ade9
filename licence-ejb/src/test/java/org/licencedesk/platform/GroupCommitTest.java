package org.licencedesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

class GroupCommitTest {

    private static final String TENANT = "one";

    private final ExecutorService callers = Executors.newCachedThreadPool();

    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    private final Queue<Integer> groups = new ConcurrentLinkedQueue<>();

    private final Queue<String> ran = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test // R35
    void whoever_comes_while_another_is_under_way_is_done_with_the_others_who_came() throws Exception {
        GroupCommit commit = committing(() -> {});
        Future<String> first = first(commit);

        List<Future<String>> others = waiting(commit, List.of(does("a"), does("b"), does("c")));
        firstMayEnd.countDown();

        assertThat(first.get()).isEqualTo("first");
        assertThat(results(others)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(groups).containsExactly(3);
        assertThat(ran).hasSize(3);
    }

    @Test
    void nobody_waits_for_a_group_to_fill_and_no_tenant_for_another() throws Exception {
        GroupCommit commit = committing(() -> {});
        Future<String> first = first(commit);

        assertThat(callers.submit(() -> commit.run("two", does("other"))).get(10, TimeUnit.SECONDS))
                .isEqualTo("other");
        assertThat(groups).isEmpty();
        firstMayEnd.countDown();
        assertThat(first.get()).isEqualTo("first");
    }

    @Test // R34, R39
    void one_who_is_refused_undoes_the_group_and_each_has_an_outcome_of_its_own() throws Exception {
        GroupCommit commit = committing(() -> {});
        Future<String> first = first(commit);

        List<Future<String>> others = waiting(commit, List.of(does("a"), () -> {
            throw new RuleViolation(Refusal.USER_NAME_TAKEN);
        }));
        firstMayEnd.countDown();

        assertThat(others.get(0).get()).isEqualTo("a");
        assertThatThrownBy(() -> others.get(1).get()).hasCauseInstanceOf(RuleViolation.class);
        assertThat(groups).containsExactly(2);
        assertThat(first.get()).isEqualTo("first");
    }

    @Test // R34
    void after_a_refusal_nobody_waits_for_another_for_a_while() throws Exception {
        GroupCommit commit = committing(() -> {});
        Future<String> first = first(commit);
        List<Future<String>> refused = waiting(commit, List.of(does("a"), () -> {
            throw new RuleViolation(Refusal.CEILING_REACHED);
        }));
        firstMayEnd.countDown();
        assertThatThrownBy(() -> refused.get(1).get()).hasCauseInstanceOf(RuleViolation.class);

        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch underWay = new CountDownLatch(1);
        Future<String> slow = callers.submit(() -> commit.run(TENANT, () -> {
            underWay.countDown();
            await().until(() -> mayEnd.getCount() == 0);
            return "slow";
        }));
        underWay.await();

        assertThat(commit.run(TENANT, does("b"))).isEqualTo("b");
        mayEnd.countDown();
        assertThat(slow.get()).isEqualTo("slow");
        assertThat(first.get()).isEqualTo("first");
        assertThat(refused.get(0).get()).isEqualTo("a");
    }

    @Test // R34
    void a_turn_that_does_not_come_in_time_is_busy_and_nothing_was_done() throws Exception {
        GroupCommit commit = committing(() -> {});
        Future<String> first = first(commit);

        Future<String> other = callers.submit(() -> commit.run(TENANT, does("a")));
        assertThatThrownBy(() -> other.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(Busy.class);

        assertThat(ran).isEmpty();
        assertThat(commit.waitingFor(TENANT)).isZero();
        firstMayEnd.countDown();
        assertThat(first.get()).isEqualTo("first");
    }

    @Test // R36
    void what_fails_at_the_commit_is_told_to_everybody_and_nothing_is_done_again() throws Exception {
        GroupCommit commit = committing(() -> {
            throw new IllegalStateException("nobody knows");
        });
        Future<String> first = first(commit);

        List<Future<String>> others = waiting(commit, List.of(does("a"), does("b")));
        firstMayEnd.countDown();

        for (Future<String> other : others) {
            assertThatThrownBy(other::get).hasMessageContaining("nobody knows");
        }
        assertThat(ran).containsExactlyInAnyOrder("a", "b");
        assertThat(first.get()).isEqualTo("first");
    }

    @Test
    void a_group_has_a_greatest_size() throws Exception {
        GroupCommit commit = committing(() -> {});
        Future<String> first = first(commit);
        List<Supplier<String>> many = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            many.add(does("number " + i));
        }

        List<Future<String>> others = waiting(commit, many);
        firstMayEnd.countDown();

        assertThat(results(others)).hasSize(17);
        assertThat(groups).containsExactly(16);
        assertThat(first.get()).isEqualTo("first");
    }

    /** What the container does for a group, but for the transaction itself. */
    private GroupCommit committing(Runnable commit) {
        return new GroupCommit() {
            @Override
            List<Object> together(List<? extends Supplier<?>> useCases, Runnable allDone) {
                groups.add(useCases.size());
                List<Object> results = new OneTransaction().of(useCases, allDone);
                commit.run();
                return results;
            }
        };
    }

    private Supplier<String> does(String what) {
        return () -> {
            ran.add(what);
            return what;
        };
    }

    /** One who is under way until the test lets it end. */
    private Future<String> first(GroupCommit commit) throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(1);
        Future<String> first = callers.submit(() -> commit.run(TENANT, () -> {
            underWay.countDown();
            await().until(() -> firstMayEnd.getCount() == 0);
            return "first";
        }));
        underWay.await();
        return first;
    }

    private List<Future<String>> waiting(GroupCommit commit, List<Supplier<String>> useCases) {
        List<Future<String>> waiting = new ArrayList<>();
        for (Supplier<String> useCase : useCases) {
            waiting.add(callers.submit(() -> commit.run(TENANT, useCase)));
            int all = waiting.size();
            await().until(() -> commit.waitingFor(TENANT) == all);
        }
        return waiting;
    }

    private static List<String> results(List<Future<String>> futures) throws Exception {
        List<String> results = new ArrayList<>();
        for (Future<String> future : futures) {
            results.add(future.get(10, TimeUnit.SECONDS));
        }
        return results;
    }
}
