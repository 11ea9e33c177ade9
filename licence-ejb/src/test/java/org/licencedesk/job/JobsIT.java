package org.licencedesk.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.tenant.Tenants;

/** What the frame does for all jobs, whatever they do. */
class JobsIT {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private final Desk desk = Desk.open();
    private final Jobs jobs = desk.bean(Jobs.class);
    private final JobRuns runs = desk.bean(JobRuns.class);
    private final Logger logger = Logger.getLogger(FailureLog.class.getName());
    private final List<String> log = new ArrayList<>();
    private final List<TenantId> served = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void forget_failures() {
        logger.removeHandler(handler);
        desk.run(() ->
                desk.entities().createNativeQuery("delete from job_failure").executeUpdate());
    }

    @Test
    void all_who_are_due_are_served_once_in_chunks() {
        List<TenantId> tenants = Stream.generate(TenantId::create).limit(250).toList();
        List<Integer> chunks = new ArrayList<>();

        jobs.run(
                Job.REDUCTIONS,
                turn -> turn.forEach(
                        (after, most) -> {
                            DueChunk chunk = chunk(tenants, after, most);
                            chunks.add(chunk.tenants().size());
                            return chunk;
                        },
                        served::add));

        assertThat(served).containsExactlyElementsOf(tenants);
        assertThat(chunks).containsExactly(100, 100, 50);
    }

    @Test
    void a_tenant_that_fails_even_for_want_of_memory_keeps_no_other_waiting_and_is_named_once() {
        TestTenant failing = TestTenant.of(1);
        TestTenant exhausted = TestTenant.of(1);
        TenantId other = TestTenant.of(1).id();
        List<TenantId> due = List.of(failing.id(), exhausted.id(), other);

        for (int run = 1; run <= 4; run++) {
            each(due, tenant -> {
                if (tenant.equals(failing.id())) {
                    throw new IllegalArgumentException("a missing row");
                }
                if (tenant.equals(exhausted.id())) {
                    throw new OutOfMemoryError("of a test");
                }
                served.add(tenant);
            });
            desk.clock().pass(Duration.ofHours(1));
        }

        assertThat(served).hasSize(4).containsOnly(other);
        assertThat(state(Job.REDUCTIONS).failingTenants()).isEqualTo(2);
        assertThat(log)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .startsWith("The job reductions failed for " + slug(failing)
                                        + " and will try again: IllegalArgumentException: a missing row (JobsIT.java:"),
                        line -> assertThat(line)
                                .startsWith("The job reductions failed for " + slug(exhausted)
                                        + " and will try again: OutOfMemoryError: of a test (JobsIT.java:"));

        each(due, served::add);
        assertThat(state(Job.REDUCTIONS).failingTenants()).isZero();
    }

    @Test
    void who_failed_is_tried_again_later_and_later_up_to_an_hour() {
        TenantId tenant = TestTenant.of(1).id();
        List<Duration> pauses = new ArrayList<>();
        Consumer<TenantId> failing = failed -> {
            served.add(failed);
            throw new IllegalStateException("again");
        };
        each(List.of(tenant), failing);

        for (int attempt = 2; attempt <= 11; attempt++) {
            Duration waited = Duration.ZERO;
            while (served.size() < attempt) {
                desk.clock().pass(Duration.ofSeconds(20));
                waited = waited.plusSeconds(20);
                each(List.of(tenant), failing);
            }
            pauses.add(waited);
        }

        assertThat(pauses.stream().map(Duration::toSeconds))
                .containsExactly(20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3600L, 3600L);
    }

    @Test
    void many_failures_of_one_kind_are_one_line() {
        List<TestTenant> tenants =
                Stream.generate(() -> TestTenant.of(1)).limit(22).toList();

        each(tenants.stream().map(TestTenant::id).toList(), tenant -> {
            throw new UnsupportedOperationException("of " + tenant.value());
        });

        assertThat(log).singleElement().satisfies(line -> assertThat(line)
                .contains(slug(tenants.get(0)), slug(tenants.get(19)), " and 2 more")
                .doesNotContain(slug(tenants.get(20))));
    }

    @Test
    void one_node_at_a_time_runs_a_job_and_another_takes_over_from_one_that_died() {
        UUID dead = UUID.randomUUID();
        assertThat(runs.begin(Job.REDUCTIONS, dead)).isTrue();
        assertThat(jobs.run(Job.REDUCTIONS, turn -> {})).isFalse();
        assertThat(jobs.run(Job.WEBHOOKS, turn -> {})).isTrue();

        desk.clock().pass(Duration.ofMinutes(2).minusMillis(1));
        assertThat(jobs.run(Job.REDUCTIONS, turn -> {})).isFalse();
        desk.clock().pass(Duration.ofMillis(1));
        assertThat(jobs.run(Job.REDUCTIONS, turn -> assertThat(runs.prolong(Job.REDUCTIONS, dead))
                        .isFalse()))
                .isTrue();
        assertThat(runs.begin(Job.REDUCTIONS, dead)).isTrue();
        runs.end(Job.REDUCTIONS, dead, Optional.empty());
    }

    @Test
    void a_job_that_fails_as_a_whole_goes_on_being_tried_and_is_told_of_in_one_line() {
        jobs.run(Job.WEBHOOKS, turn -> {});
        AtomicInteger attempts = new AtomicInteger();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            jobs.run(Job.WEBHOOKS, turn -> {
                attempts.incrementAndGet();
                throw new StackOverflowError();
            });
            return attempts.get() == 3;
        });
        assertThat(log).singleElement().satisfies(line -> assertThat(line)
                .startsWith("The job webhooks failed and will try again: StackOverflowError (JobsIT.java:"));
        assertThat(state(Job.WEBHOOKS).failedRuns()).isEqualTo(3);

        desk.clock().pass(Duration.ofHours(1));
        assertThat(state(Job.WEBHOOKS).isLate(desk.clock().now())).isTrue();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> jobs.run(Job.WEBHOOKS, turn -> {}));
        assertThat(state(Job.WEBHOOKS).failedRuns()).isZero();
        assertThat(state(Job.WEBHOOKS).isLate(desk.clock().now())).isFalse();
    }

    private void each(List<TenantId> due, Consumer<TenantId> work) {
        assertThat(jobs.run(Job.REDUCTIONS, turn -> turn.forEach((after, most) -> chunk(due, after, most), work)))
                .isTrue();
    }

    private static DueChunk chunk(List<TenantId> due, Optional<Due> after, int most) {
        int from = after.map(last -> due.indexOf(last.tenant()) + 1).orElse(0);
        List<Due> rows = due.stream()
                .skip(from)
                .limit(most)
                .map(tenant -> new Due(DAY, tenant))
                .toList();
        return DueChunk.of(rows, most);
    }

    private String slug(TestTenant tenant) {
        return desk.commit(
                () -> desk.bean(Tenants.class).get(tenant.id()).slug().text());
    }

    private JobState state(Job job) {
        return runs.states().stream()
                .filter(state -> state.job() == job)
                .findFirst()
                .orElseThrow();
    }
}
