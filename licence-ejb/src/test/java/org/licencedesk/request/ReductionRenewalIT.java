package org.licencedesk.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.allowance.Consent;
import org.licencedesk.allowance.Figures;
import org.licencedesk.allowance.IncreaseNotConfirmed;
import org.licencedesk.allowance.Quote;
import org.licencedesk.allowance.Reduction;
import org.licencedesk.directory.User;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.harness.ToldRequests;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserStatus;

/** What happens on the date of an agreed reduction, and what comes before it (R30). */
class ReductionRenewalIT {
    private static final Reduction TO_EIGHT = new Reduction(8, Asking.NEXT);

    private final Desk desk = Desk.open();
    private final Instant before = desk.clock().now();

    @BeforeEach
    void begin() {
        desk.clock().set(Asking.TODAY);
    }

    @AfterEach
    void give_the_clock_back() {
        desk.clock().set(before);
    }

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

    @Test // R30
    void a_confirmed_increase_ends_what_was_agreed_and_says_so_beforehand() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest request = asking.agreed(8);
        Quote quote = asking.quote(11);
        assertThat(quote.endsReduction()).contains(TO_EIGHT);

        asking.raise(quote);

        assertThat(asking.now(request).state()).isEqualTo(RequestState.SUPERSEDED);
        assertThat(asking.quote(12).endsReduction()).isEmpty();
        asking.run("2026-04-01T00:00:00Z");
        assertThat(asking.tenant.figures().maximum()).isEqualTo(11);
        assertThat(desk.bean(ToldRequests.class).of(asking.tenant.id()))
                .containsExactly(RequestState.OPEN, RequestState.ACCEPTED, RequestState.SUPERSEDED);
    }

    @Test // R14, R30
    void an_increase_that_an_activation_needs_ends_it_too() {
        Asking asking = Asking.of(3, 3);
        ReductionRequest request = asking.agreed(2);
        var newcomer = TestTenant.person("newcomer", Role.STANDARD, UserStatus.ACTIVE);
        assertThatExceptionOfType(IncreaseNotConfirmed.class)
                .isThrownBy(() -> asking.tenant.add(newcomer))
                .satisfies(asked -> assertThat(asked.facts().get("quote"))
                        .isInstanceOfSatisfying(Quote.class, quote -> assertThat(quote.endsReduction())
                                .contains(new Reduction(2, Asking.NEXT))));
        assertThat(asking.now(request).state()).isEqualTo(RequestState.ACCEPTED);

        asking.tenant.add(newcomer, Optional.of(new Consent(asking.quote(4), true)));

        assertThat(asking.now(request).state()).isEqualTo(RequestState.SUPERSEDED);
    }

    @Test // R30
    void an_increase_leaves_a_request_that_nobody_has_accepted_yet() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest request = asking.ask(8);
        assertThat(asking.quote(11).endsReduction()).isEmpty();
        asking.raise(asking.quote(11));
        assertThat(asking.now(request).state()).isEqualTo(RequestState.OPEN);
    }

    @ParameterizedTest // R30, R37
    @CsvSource({"7, SUPERSEDED, 7", "8, SUPERSEDED, 8", "9, APPLIED, 8", "20, APPLIED, 8"})
    void a_correction_ends_it_only_if_it_goes_as_low(int corrected, RequestState state, int maximum) {
        Asking asking = Asking.of(10, 1);
        ReductionRequest request = asking.agreed(8);
        asking.tenant.correct(corrected);
        asking.run("2026-04-01T00:00:00Z");
        assertThat(asking.now(request).state()).isEqualTo(state);
        assertThat(asking.tenant.figures().maximum()).isEqualTo(maximum);
    }

    @Test // R30
    void an_activation_that_takes_one_of_the_seats_says_so_and_is_not_refused() {
        Asking asking = Asking.of(10, 6);
        var seventh = asking.tenant.add(TestTenant.person("a", Role.STANDARD, UserStatus.ACTIVE), Optional.empty());
        asking.agreed(8);
        var eighth = asking.tenant.add(TestTenant.person("b", Role.STANDARD, UserStatus.ACTIVE), Optional.empty());
        var ninth = asking.tenant.add(TestTenant.person("c", Role.STANDARD, UserStatus.ACTIVE), Optional.empty());
        var back = asking.tenant.change(ninth.user().id(), UserStatus.INACTIVE, Optional.empty());
        assertThat(seventh.reductionAtRisk()).isEmpty();
        assertThat(eighth.reductionAtRisk()).isEmpty();
        assertThat(ninth.reductionAtRisk()).contains(TO_EIGHT);
        assertThat(back.reductionAtRisk()).isEmpty();
        assertThat(asking.tenant
                        .change(ninth.user().id(), UserStatus.LOCKED, Optional.empty())
                        .reductionAtRisk())
                .contains(TO_EIGHT);
    }

    @ParameterizedTest // R30, R33
    @CsvSource({"8, 2026-04-01, 96.00", "9, 2026-04-01, 120.00", "1, 2026-05-01, 120.00"})
    void the_next_invoice_counts_a_reduction_that_would_be_applied_by_then(
            int occupied, LocalDate date, String amount) {
        Asking asking = Asking.of(10, occupied);
        asking.decide(
                asking.ask(8, Optional.of(date), asking.tenant.admin(), List.of()), DecideRequest.Decision.ACCEPT);
        assertThat(asking.allowance().nextInvoice().amount().orElseThrow().amount())
                .isEqualByComparingTo(amount);
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
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
