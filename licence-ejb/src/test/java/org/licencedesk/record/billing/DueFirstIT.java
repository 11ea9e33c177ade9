package org.licencedesk.record.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.licencedesk.harness.ClockAt;
import org.licencedesk.harness.Desk;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.AllowanceState;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.RequestState;
import org.licencedesk.seats.request.WrongRequestState;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.NotARenewalDate;

/** What the calendar does to a tenant is done before anything else, whoever comes first, and however late (R30, R33). */
@ClockAt("2027-01-20T09:00:00Z")
class DueFirstIT {
    private static final LocalDate DATE = LocalDate.parse("2027-02-01");

    private final Desk desk = Desk.open();

    /** Everybody who holds a tenant still while they change it. */
    private enum Act {
        RAISE(tenant -> tenant.raise(11)),
        CORRECT(tenant -> tenant.correct(12)),
        ADD(tenant -> tenant.add("ada", UserStatus.ACTIVE)),
        ADD_WITHOUT_A_SEAT(tenant -> tenant.add("room", UserStatus.ROOM)),
        ACTIVATE(tenant -> tenant.activate(tenant.idle())),
        DEACTIVATE(tenant -> tenant.deactivate(tenant.busy())),
        CHANGE_MANY(tenant -> tenant.changeMany(List.of(tenant.idle()), UserStatus.ACTIVE)),
        CHANGE_ROLE(tenant -> tenant.promote(tenant.busy())),
        DELETE(tenant -> tenant.delete(tenant.busy())),
        ASK_FOR_LESS(tenant -> tenant.requests().ask(6, "2027-03-01")),
        SET_A_PRICE(tenant -> tenant.price("40.00", LocalDate.parse("2027-03-01"))),
        EDIT_THE_COMPANY(BilledTenant::rename),
        ADD_AN_ADDRESS(BilledTenant::addWebhook);

        private final Consumer<BilledTenant> what;

        Act(Consumer<BilledTenant> what) {
            this.what = what;
        }
    }

    @ParameterizedTest // R30, R33
    @EnumSource
    void a_reduction_that_is_due_is_applied_before_whatever_is_done_that_day(Act act) {
        BilledTenant tenant = monthly();
        ReductionRequest agreed = tenant.requests().agree(7, DATE.toString());
        at("2027-02-01T08:00:00Z");

        act.what.accept(tenant);

        assertThat(tenant.requests().state(agreed)).isEqualTo(RequestState.APPLIED);
        assertThat(tenant.closed()).extracting(DueFirstIT::text).containsExactly("2027-02-01 210.00");
        assertThat(tenant.kinds()).containsSubsequence("ALLOWANCE_REDUCED");
        tenant.closeDue(desk.clock().now());
        assertThat(tenant.closed()).hasSize(1);
    }

    @ParameterizedTest // R30, R33
    @EnumSource(names = {"RAISE", "CORRECT", "ADD", "DELETE", "EDIT_THE_COMPANY"})
    void also_months_late(Act act) {
        BilledTenant tenant = monthly();
        ReductionRequest agreed = tenant.requests().agree(7, "2027-03-01");
        at("2027-05-10T08:00:00Z");

        act.what.accept(tenant);

        assertThat(tenant.requests().state(agreed)).isEqualTo(RequestState.APPLIED);
        assertThat(tenant.closed())
                .extracting(DueFirstIT::text)
                .containsExactly("2027-02-01 300.00", "2027-03-01 210.00", "2027-04-01 210.00", "2027-05-01 210.00");
    }

    @Test // R30, R32, R33
    void renewal_reduction_and_increase_fall_on_one_day_in_this_order() {
        BilledTenant tenant = monthly();
        ReductionRequest agreed = tenant.requests().agree(7, DATE.toString());
        at("2027-02-01T08:00:00Z");

        Quote quote = tenant.raise(11);

        assertThat(quote.seats()).isEqualTo(4);
        assertThat(quote.endsReduction()).isEmpty();
        assertThat(tenant.amount(quote.dueNow().amount())).hasToString("Optional[120.00]");
        assertThat(tenant.amount(quote.nextInvoice().amount())).hasToString("Optional[450.00]");
        assertThat(tenant.requests().state(agreed)).isEqualTo(RequestState.APPLIED);
        tenant.closeDue(Instant.parse("2027-03-01T00:00:00Z"));
        assertThat(tenant.closed())
                .extracting(DueFirstIT::text)
                .containsExactly("2027-02-01 210.00", "2027-03-01 450.00");
    }

    @Test // R30
    void a_seat_that_is_freed_on_the_day_comes_too_late_for_the_reduction_of_the_day() {
        BilledTenant tenant = monthly();
        User leaving = tenant.add("leaving", UserStatus.ACTIVE);
        for (int i = 0; i < 4; i++) {
            tenant.add("user" + i, UserStatus.ACTIVE);
        }
        ReductionRequest agreed = tenant.requests().agree(7, DATE.toString());
        at("2027-02-01T08:00:00Z");

        tenant.deactivate(leaving.id());

        assertThat(tenant.requests().state(agreed)).isEqualTo(RequestState.NOT_APPLIED);
        assertThat(tenant.closed()).extracting(DueFirstIT::text).containsExactly("2027-02-01 300.00");
    }

    @Test // R30
    void what_is_refused_leaves_what_is_due_for_the_next_one() {
        BilledTenant tenant = monthly();
        ReductionRequest agreed = tenant.requests().agree(7, DATE.toString());
        at("2027-02-01T08:00:00Z");

        assertThatExceptionOfType(WrongRequestState.class)
                .isThrownBy(() -> tenant.requests().withdraw(agreed))
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("state", RequestState.APPLIED));

        assertThat(tenant.storedMaximum()).isEqualTo(10);
        tenant.correct(12);
        assertThat(tenant.closed()).extracting(DueFirstIT::text).containsExactly("2027-02-01 210.00");
    }

    @Test // R5, R10, R32
    void who_only_looks_sees_what_whoever_acts_would_find() {
        BilledTenant tenant = monthly();
        tenant.requests().agree(7, DATE.toString());
        at("2027-02-01T00:00:01Z");

        AllowanceState shown = tenant.show();

        assertThat(shown.figures()).isEqualTo(new Figures(7, 3));
        assertThat(shown.agreedReduction()).isEmpty();
        assertThat(tenant.closed()).extracting(DueFirstIT::text).containsExactly("2027-02-01 210.00");
        assertThat(tenant.amount(shown.nextInvoice().amount())).hasToString("Optional[210.00]");
    }

    @Test // R32
    void a_quote_before_the_job_is_the_one_that_is_charged() {
        BilledTenant tenant = monthly();
        tenant.requests().agree(7, DATE.toString());
        at("2027-02-01T00:00:01Z");

        Quote quote = tenant.quote(8);

        assertThat(quote.seats()).isEqualTo(1);
        tenant.raise(quote);
        assertThat(tenant.accepted()).containsExactly(quote);
    }

    @Test // R10
    void the_next_invoice_before_the_job_is_that_of_the_period_that_has_begun() {
        BilledTenant tenant = monthly();
        tenant.requests().agree(7, DATE.toString());
        at("2027-02-01T00:00:01Z");
        assertThat(text(tenant.next())).isEqualTo("2027-03-01 210.00");
    }

    @ParameterizedTest // R30, R33
    @EnumSource(names = {"RAISE", "ADD"})
    void the_day_is_the_tenants(Act act) {
        BilledTenant tenant = BilledTenant.create(new Contract(
                10, "GBP", Optional.of("30.00"), BillingPeriod.MONTH, DATE, ZoneId.of("America/Los_Angeles")));
        tenant.prepare();
        ReductionRequest agreed = tenant.requests().agree(7, DATE.toString());
        at("2027-02-01T07:59:59Z");
        tenant.rename();
        assertThat(tenant.requests().state(agreed)).isEqualTo(RequestState.ACCEPTED);
        at("2027-02-01T08:00:00Z");
        act.what.accept(tenant);
        assertThat(tenant.requests().state(agreed)).isEqualTo(RequestState.APPLIED);
    }

    @Test // R30, R33
    void the_job_and_somebody_at_once_apply_it_once() throws Exception {
        for (int round = 0; round < 5; round++) {
            at("2027-01-20T09:00:00Z");
            BilledTenant tenant = monthly();
            ReductionRequest agreed = tenant.requests().agree(7, DATE.toString());
            at("2027-02-01T08:00:00Z");
            CyclicBarrier start = new CyclicBarrier(3);
            ExecutorService threads = Executors.newFixedThreadPool(3);
            try {
                List<Future<?>> running = new ArrayList<>();
                for (Runnable each : List.<Runnable>of(
                        () -> tenant.closeDue(desk.clock().now()), () -> tenant.correct(12), tenant::show)) {
                    running.add(threads.submit(() -> {
                        start.await(30, TimeUnit.SECONDS);
                        each.run();
                        return null;
                    }));
                }
                for (Future<?> each : running) {
                    each.get(60, TimeUnit.SECONDS);
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(tenant.requests().state(agreed)).isEqualTo(RequestState.APPLIED);
            assertThat(tenant.closed()).extracting(DueFirstIT::text).containsExactly("2027-02-01 210.00");
            assertThat(tenant.storedMaximum()).isEqualTo(12);
            assertThat(tenant.kinds().stream().filter("ALLOWANCE_REDUCED"::equals))
                    .hasSize(1);
        }
    }

    @Test // R30
    void two_years_are_caught_up_with_by_who_comes_first_and_more_by_the_job() {
        BilledTenant tenant = monthly();
        tenant.requests().agree(7, "2027-03-01");
        at("2029-01-10T08:00:00Z");
        tenant.rename();
        assertThat(tenant.closed()).hasSize(24);

        at("2031-02-10T08:00:00Z");
        assertThatExceptionOfType(Busy.class).isThrownBy(tenant::rename);
        assertThat(tenant.closed()).hasSize(24);
        tenant.closeDue(desk.clock().now());
        tenant.rename();
        assertThat(tenant.closed()).hasSize(49);
        assertThat(tenant.closed().stream().skip(1).map(Invoice::total).distinct())
                .hasSize(1);
    }

    @Test // R39
    void where_the_invoice_cannot_be_closed_changes_are_refused_and_looking_goes_on() {
        BilledTenant tenant = monthly();
        ReductionRequest agreed = tenant.requests().agree(7, DATE.toString());
        tenant.damage();
        at("2027-02-01T08:00:00Z");

        for (Act act : Act.values()) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> act.what.accept(tenant))
                    .returns(Refusal.RENEWAL_OVERDUE, RuleViolation::refusal);
        }
        assertThat(tenant.show().figures()).isEqualTo(new Figures(10, 3));
        assertThat(tenant.requests().state(agreed)).isEqualTo(RequestState.ACCEPTED);
        tenant.repair();
        tenant.rename();
        assertThat(tenant.closed()).extracting(DueFirstIT::text).containsExactly("2027-02-01 210.00");
    }

    @Test // R33
    void nothing_is_priced_or_agreed_for_a_date_that_was_billed() {
        BilledTenant tenant = monthly();
        at("2027-02-01T08:00:00Z");
        tenant.rename();
        at("2027-01-31T23:00:00Z");

        for (String billed : List.of("2027-02-01", "2027-01-01")) {
            assertThatExceptionOfType(NotARenewalDate.class)
                    .isThrownBy(() -> tenant.price("40.00", LocalDate.parse(billed)))
                    .satisfies(refused ->
                            assertThat(refused.facts()).containsEntry("nextRenewal", LocalDate.parse("2027-03-01")));
            assertThatExceptionOfType(NotARenewalDate.class)
                    .isThrownBy(() -> tenant.requests().ask(7, billed));
            assertThatExceptionOfType(NotARenewalDate.class)
                    .isThrownBy(() -> tenant.requests().preview(7, billed));
        }
        assertThat(tenant.requests().ask(7).standing().effectiveOn()).isEqualTo(LocalDate.parse("2027-03-01"));
        tenant.price("40.00", LocalDate.parse("2027-03-01"));
        assertThat(text(tenant.next())).isEqualTo("2027-03-01 400.00");
    }

    @Test // R33
    void a_move_to_the_west_opens_no_date_again() {
        BilledTenant tenant = BilledTenant.create(new Contract(
                10, "GBP", Optional.of("30.00"), BillingPeriod.MONTH, DATE, ZoneId.of("Pacific/Kiritimati")));
        at("2027-01-31T11:00:00Z");
        tenant.rename();
        assertThat(tenant.closed()).hasSize(1);
        tenant.moveTo("America/Los_Angeles");

        assertThatExceptionOfType(NotARenewalDate.class).isThrownBy(() -> tenant.price("40.00", DATE));
        assertThatExceptionOfType(NotARenewalDate.class)
                .isThrownBy(() -> tenant.requests().ask(7, DATE.toString()));
    }

    @Test // R32, R33
    void a_line_keeps_the_price_that_it_was_made_with() {
        BilledTenant tenant = monthly();
        tenant.raise(11);
        tenant.overwritePrices("99.00");
        at("2027-02-01T08:00:00Z");
        tenant.closeDue(desk.clock().now());

        InvoiceLine increase = tenant.closed().get(0).lines().get(1);
        assertThat(tenant.amount(increase.pricePerSeat())).hasToString("Optional[30.00]");
        assertThat(tenant.amount(increase.amount())).hasToString("Optional[11.61]");
    }

    @Test
    void where_nothing_is_due_it_costs_no_statement_and_the_day_after_no_more() {
        BilledTenant tenant = monthly();
        List<String> usual = desk.statementsOf(tenant::touch);
        at("2027-02-01T08:00:00Z");
        tenant.rename();
        at("2027-02-02T08:00:00Z");
        assertThat(desk.statementsOf(tenant::touch)).isEqualTo(usual);
        at("2027-02-28T06:00:00Z");
        assertThat(desk.statementsOf(tenant::touch)).isEqualTo(usual);
    }

    /** Ten seats, three of them in use, at thirty pounds. */
    private static BilledTenant monthly() {
        BilledTenant tenant = BilledTenant.create(Contract.monthly(10, "30.00", DATE.toString()));
        tenant.prepare();
        return tenant;
    }

    private void at(String instant) {
        desk.clock().set(Instant.parse(instant));
    }

    private static String text(Invoice invoice) {
        return invoice.date() + " " + invoice.total().orElseThrow().amount().toPlainString();
    }
}
