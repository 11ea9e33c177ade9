package org.licencedesk.seats.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.harness.ClockAt;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.harness.ToldRequests;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.directory.User;

/** What happens on the date of an agreed reduction (R30). */
@ClockAt(Asking.BEGIN)
class ReductionRenewalIT {
    private final Desk desk = Desk.open();

    @ParameterizedTest // R30
    @CsvSource({"7, APPLIED, 8", "8, APPLIED, 8", "9, NOT_APPLIED, 10"})
    void on_its_date_the_maximum_falls_if_no_more_are_in_use(int occupied, RequestState state, int maximum) {
        Asking asking = Asking.of(10, occupied);
        ReductionRequest request = asking.agreed(8);

        asking.run("2026-04-01T00:00:00Z");

        ReductionRequest done = asking.now(request);
        assertThat(done.state()).isEqualTo(state);
        assertThat(done.outcome()).contains(new Figures(maximum, occupied));
        assertThat(asking.tenant.figures()).isEqualTo(new Figures(maximum, occupied));
        assertThat(asking.allowance().agreedReduction()).isEmpty();
        assertThat(asking.doneByTheJob())
                .isEqualTo(state == RequestState.APPLIED ? List.of("ALLOWANCE_REDUCED") : List.of());
        assertThat(desk.bean(ToldRequests.class).of(asking.tenant.id()))
                .containsExactly(RequestState.OPEN, RequestState.ACCEPTED, state);
    }

    @Test // R30, R38
    void the_ledger_says_why_the_maximum_fell() {
        Asking asking = Asking.of(10, 1);
        asking.agreed(8);
        asking.run("2026-04-01T00:00:00Z");
        assertThat(desk.rows(
                        "select concat(actor, ' ', reason, ' ', maximum) from ledger_entry where tenant_id = ?1"
                                + " and kind = 'ALLOWANCE_REDUCED'",
                        asking.tenant.id().value()))
                .containsExactly("installation Two sites closed 8");
    }

    @Test // R30
    void the_chosen_become_inactive_first_and_whoever_holds_no_seat_any_more_is_left_alone() {
        Asking asking = Asking.of(12, 5);
        User leaving = asking.user("leaving");
        User locked = asking.tenant.add(TestTenant.person("locked", Role.STANDARD, UserStatus.LOCKED));
        User roomByThen = asking.user("room.by.then");
        User goneByThen = asking.user("gone.by.then");
        asking.user("staying");
        ReductionRequest request = asking.agreed(6, leaving, locked, roomByThen, goneByThen);
        asking.tenant.change(roomByThen.id(), UserStatus.ROOM, Optional.empty());
        asking.tenant.delete(goneByThen.id(), asking.tenant.admin());

        asking.run("2026-04-01T00:00:00Z");

        assertThat(asking.now(request).outcome()).contains(new Figures(6, 6));
        assertThat(asking.doneByTheJob()).containsExactly("SEAT_RELEASED", "SEAT_RELEASED", "ALLOWANCE_REDUCED");
        assertThat(asking.statusOf(leaving)).isEqualTo("INACTIVE");
        assertThat(asking.statusOf(locked)).isEqualTo("INACTIVE");
        assertThat(asking.statusOf(roomByThen)).isEqualTo("ROOM");
    }

    @Test // R30
    void nobody_loses_a_seat_for_a_reduction_that_is_not_applied() {
        Asking asking = Asking.of(10, 8);
        User chosen = asking.user("chosen");
        ReductionRequest request = asking.agreed(7, chosen);

        asking.run("2026-04-01T00:00:00Z");

        assertThat(asking.now(request).state()).isEqualTo(RequestState.NOT_APPLIED);
        assertThat(asking.now(request).outcome()).contains(new Figures(10, 9));
        assertThat(asking.statusOf(chosen)).isEqualTo("ACTIVE");
        assertThat(asking.doneByTheJob()).isEmpty();
    }

    @ParameterizedTest // R4, R30
    @CsvSource({"2, APPLIED, 1", "1, APPLIED, 1"})
    void the_last_system_admin_stays_and_the_request_says_so(int wanted, RequestState state, int occupied) {
        Asking asking = Asking.of(10, 1);
        User second = asking.tenant.add(TestTenant.person("second", Role.SYSTEM_ADMIN, UserStatus.ACTIVE));
        ReductionRequest request = asking.agreed(wanted, second);
        asking.tenant.delete(asking.tenant.firstAdmin().id(), asking.tenant.admin());

        asking.run("2026-04-01T00:00:00Z");

        assertThat(asking.now(request).state()).isEqualTo(state);
        assertThat(asking.now(request).kept()).contains(second.id());
        assertThat(asking.statusOf(second)).isEqualTo("ACTIVE");
        assertThat(asking.tenant.figures()).isEqualTo(new Figures(wanted, occupied));
    }

    @Test // R4, R30
    void a_seat_that_the_last_system_admin_keeps_can_be_one_too_many() {
        Asking asking = Asking.of(10, 1);
        User second = asking.tenant.add(TestTenant.person("second", Role.SYSTEM_ADMIN, UserStatus.ACTIVE));
        ReductionRequest request = asking.agreed(1, second);
        asking.tenant.delete(asking.tenant.firstAdmin().id(), asking.tenant.admin());
        asking.user("newcomer");

        asking.run("2026-04-01T00:00:00Z");

        assertThat(asking.now(request).state()).isEqualTo(RequestState.NOT_APPLIED);
        assertThat(asking.now(request).kept()).contains(second.id());
    }

    @ParameterizedTest // R30, R33
    @CsvSource({
        "Pacific/Auckland, 2026-03-31T10:59:59Z, 2026-03-31T11:00:00Z",
        "UTC, 2026-03-31T23:59:59Z, 2026-04-01T00:00:00Z",
        "America/Los_Angeles, 2026-04-01T06:59:59Z, 2026-04-01T07:00:00Z"
    })
    void the_date_begins_where_the_tenant_is(String zone, String before, String after) {
        Asking asking = Asking.of(10, 1, Asking.NEXT, zone);
        ReductionRequest request = asking.agreed(8);
        asking.run(before);
        assertThat(asking.now(request).state()).isEqualTo(RequestState.ACCEPTED);
        asking.run(after);
        assertThat(asking.now(request).state()).isEqualTo(RequestState.APPLIED);
    }

    @Test // R30
    void a_date_that_was_missed_is_caught_up_with_and_once() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest request = asking.agreed(8);
        asking.run("2026-04-20T12:00:00Z");
        asking.run("2026-04-20T12:01:00Z");
        assertThat(asking.now(request).endedAt()).contains(Instant.parse("2026-04-20T12:00:00Z"));
        assertThat(asking.doneByTheJob()).containsExactly("ALLOWANCE_REDUCED");
    }

    @Test // R30, R33
    void whoever_closes_the_invoice_of_the_date_finds_the_maximum_lowered() {
        Asking asking = Asking.of(10, 1);
        asking.agreed(8);
        assertThat(asking.applyDue(LocalDate.parse("2026-03-31"))).isEmpty();
        assertThat(asking.applyDue(Asking.NEXT))
                .get()
                .extracting(ReductionRequest::state)
                .isEqualTo(RequestState.APPLIED);
        assertThat(asking.tenant.figures().maximum()).isEqualTo(8);
        assertThat(asking.applyDue(Asking.NEXT)).isEmpty();
    }

    @Test // R30
    void two_nodes_at_once_apply_it_once() throws Exception {
        Asking asking = Asking.of(10, 5);
        User chosen = asking.user("chosen");
        asking.agreed(5, chosen);
        List<Optional<ReductionRequest>> done = atOnce(
                () -> asking.applyDue(Asking.NEXT),
                () -> asking.applyDue(Asking.NEXT),
                () -> asking.applyDue(Asking.NEXT),
                () -> asking.applyDue(Asking.NEXT));
        assertThat(done.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(asking.doneByTheJob()).containsExactly("SEAT_RELEASED", "ALLOWANCE_REDUCED");
        assertThat(asking.tenant.figures()).isEqualTo(new Figures(5, 5));
    }

    @Test // R30, R34
    void an_increase_and_the_date_at_once_end_as_one_after_the_other() throws Exception {
        for (int i = 0; i < 5; i++) {
            Asking asking = Asking.of(10, 1);
            ReductionRequest request = asking.agreed(8);
            Quote quote = asking.quote(11);
            List<String> outcomes =
                    atOnce(() -> outcome(() -> asking.raise(quote)), () -> outcome(() -> asking.applyDue(Asking.NEXT)));
            int maximum = asking.tenant.figures().maximum();
            // Whichever comes first: the quote of eleven is none any more once the maximum has fallen.
            assertThat(asking.now(request).state())
                    .isEqualTo(maximum == 11 ? RequestState.SUPERSEDED : RequestState.APPLIED);
            assertThat(outcomes.get(0)).isEqualTo(maximum == 11 ? "done" : "increase-not-confirmed");
            assertThat(maximum).isIn(8, 11);
        }
    }

    private static String outcome(Runnable call) {
        try {
            call.run();
            return "done";
        } catch (RuleViolation refused) {
            return refused.code();
        }
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<T>... calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.length);
        CyclicBarrier start = new CyclicBarrier(calls.length);
        try {
            List<Future<T>> running = List.of(calls).stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
