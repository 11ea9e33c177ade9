package org.licencedesk.record.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.harness.Desk;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.allowance.CorrectionNotChargeable;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.Settlement;
import org.licencedesk.seats.tenant.BillingPeriod;

/** The first period and corrections are charged, or given back, where the operator says so. R33, R37 */
class SettledCorrectionIT {
    private static final Instant USUAL = Instant.parse("2026-03-10T09:00:00Z");

    private final Desk desk = Desk.open();

    @BeforeEach
    void begin() {
        at("2027-04-16T09:00:00Z");
    }

    @AfterEach
    void let_the_clock_stand_as_others_know_it() {
        desk.clock().set(USUAL);
    }

    @ParameterizedTest
    @CsvSource({"2027-04-16, 150.00", "2027-04-30, 10.00", "2027-04-01, 300.00"})
    void the_first_period_is_charged_from_the_first_day_on(String created, String amount) {
        at(created + "T23:59:59Z");
        BilledTenant tenant =
                BilledTenant.create(Contract.monthly(10, "30.00", "2027-05-01").fromTheFirstDay());

        assertThat(lines(tenant.next())).containsExactly("PERIOD 10 300.00", "FIRST_PERIOD 10 " + amount);
        InvoiceLine first = tenant.next().lines().get(1);
        assertThat(first.from()).isEqualTo(LocalDate.parse(created));
        assertThat(first.to()).isEqualTo(LocalDate.parse("2027-04-30"));
        assertThat(first.daysOfPeriod()).isEqualTo(30);
        assertThat(tenant.last().nextInvoice()).isEqualTo(tenant.forecast());
        Quote quote = tenant.raise(11);
        assertThat(quote.nextInvoice()).isEqualTo(tenant.forecast());
        at("2027-06-01T09:00:00Z");
        tenant.closeDue(desk.clock().now());
        assertThat(lines(tenant.closed().get(0))).contains("FIRST_PERIOD 10 " + amount);
        assertThat(lines(tenant.closed().get(1))).containsExactly("PERIOD 11 330.00");
    }

    @Test
    void it_is_not_charged_unless_the_operator_says_so() {
        assertThat(lines(monthly().next())).containsExactly("PERIOD 10 300.00");
    }

    @Test
    void a_correction_upwards_that_is_billed_is_charged_as_an_increase_is() {
        BilledTenant tenant = monthly();
        tenant.correct(12, Settlement.BILLED);
        assertThat(lines(tenant.next())).containsExactly("PERIOD 12 360.00", "CORRECTION 2 30.00");
        assertThat(tenant.last().nextInvoice()).isEqualTo(tenant.forecast());
        tenant.correct(13, Settlement.NONE);
        assertThat(lines(tenant.next())).containsExactly("PERIOD 13 390.00", "CORRECTION 2 30.00");
    }

    @Test
    void an_increase_that_is_corrected_back_on_the_same_day_costs_nothing_where_it_is_credited() {
        BilledTenant tenant = monthly();
        tenant.raise(12);
        tenant.correct(10, Settlement.CREDITED);
        assertThat(lines(tenant.next())).containsExactly("PERIOD 10 300.00", "INCREASE 2 30.00", "CREDIT 2 -30.00");
        assertThat(text(tenant.next().total())).isEqualTo("300.00");
        assertThat(tenant.last().nextInvoice()).isEqualTo(tenant.forecast());
        at("2027-05-01T00:00:00Z");
        tenant.closeDue(desk.clock().now());
        assertThat(text(tenant.closed().get(0).total())).isEqualTo("300.00");
    }

    @Test
    void what_the_period_was_charged_for_in_advance_is_given_back_from_the_day_on() {
        BilledTenant tenant = monthly();
        at("2027-05-17T09:00:00Z");
        tenant.closeDue(desk.clock().now());
        tenant.correct(0, Settlement.CREDITED);
        // 15 of 31 days, 10 seats at 30.00: more than the next invoice of no seats charges.
        assertThat(lines(tenant.next())).containsExactly("PERIOD 0 0.00", "CREDIT 10 -145.16");
        assertThat(text(tenant.next().total())).isEqualTo("-145.16");
        assertThat(tenant.last().nextInvoice()).isEqualTo(tenant.forecast());
        at("2027-06-01T09:00:00Z");
        tenant.closeDue(desk.clock().now());
        assertThat(text(tenant.closed().get(1).total())).isEqualTo("-145.16");
    }

    @Test
    void seats_that_came_for_nothing_go_for_nothing_and_none_is_given_back_twice() {
        BilledTenant tenant = monthly();
        tenant.correct(8, Settlement.CREDITED);
        assertThat(lines(tenant.next())).as("the first period was not charged").containsExactly("PERIOD 8 240.00");
        tenant.raise(11);
        tenant.correct(15, Settlement.NONE);
        tenant.correct(11, Settlement.CREDITED);
        assertThat(lines(tenant.next())).containsExactly("PERIOD 11 330.00", "INCREASE 3 45.00");
        tenant.correct(10, Settlement.CREDITED);
        tenant.correct(12, Settlement.NONE);
        tenant.correct(5, Settlement.CREDITED);
        assertThat(lines(tenant.next()))
                .containsExactly("PERIOD 5 150.00", "INCREASE 3 45.00", "CREDIT 1 -15.00", "CREDIT 2 -30.00");
    }

    @Test
    void seats_that_were_charged_in_advance_are_given_back_once_in_whatever_order_they_go() {
        BilledTenant tenant = monthly();
        at("2027-05-17T09:00:00Z");
        tenant.closeDue(desk.clock().now());
        tenant.correct(5, Settlement.NONE);
        tenant.correct(3, Settlement.CREDITED);
        tenant.correct(12, Settlement.NONE);
        tenant.correct(0, Settlement.CREDITED);
        assertThat(lines(tenant.next()))
                .containsExactly("PERIOD 0 0.00", "CREDIT 2 -29.03", "CREDIT 5 -72.58", "CREDIT 3 -43.55");
    }

    @Test
    void what_is_given_back_in_parts_is_never_more_than_was_charged() {
        at("2027-04-16T09:00:00Z");
        BilledTenant tenant = BilledTenant.create(new Contract(
                1, "JPY", Optional.of("3"), BillingPeriod.MONTH, LocalDate.parse("2027-05-01"), ZoneId.of("UTC")));
        tenant.raise(4);
        for (int left = 3; left >= 1; left--) {
            tenant.correct(left, Settlement.CREDITED);
        }
        assertThat(lines(tenant.next()))
                .containsExactly("PERIOD 1 3", "INCREASE 3 4", "CREDIT 1 -2", "CREDIT 1 -2", "CREDIT 1 0");
    }

    @Test
    void only_upwards_is_billed_and_only_downwards_credited_and_no_change_is_neither() {
        BilledTenant tenant = monthly();
        long told = tenant.last().sequence();
        assertThatExceptionOfType(CorrectionNotChargeable.class).isThrownBy(() -> tenant.correct(9, Settlement.BILLED));
        assertThatExceptionOfType(CorrectionNotChargeable.class)
                .isThrownBy(() -> tenant.correct(11, Settlement.CREDITED));
        tenant.correct(10, Settlement.BILLED);
        tenant.correct(10, Settlement.CREDITED);
        assertThat(lines(tenant.next())).containsExactly("PERIOD 10 300.00");
        assertThat(tenant.events(told)).isEmpty();
    }

    @Test
    void the_reason_is_kept_with_it() {
        BilledTenant tenant = monthly();
        tenant.correct(12, Settlement.BILLED);
        tenant.correct(10, Settlement.CREDITED);
        assertThat(desk.rows(
                        "select kind, reason from charge where tenant_id = ?1 order by at, id",
                        tenant.id().value()))
                .extracting(row -> List.of((Object[]) row))
                .containsExactly(List.of("CORRECTION", "a test"), List.of("CREDIT", "a test"));
    }

    private static BilledTenant monthly() {
        return BilledTenant.create(Contract.monthly(10, "30.00", "2027-05-01"));
    }

    private void at(String instant) {
        desk.clock().set(Instant.parse(instant));
    }

    private static List<String> lines(Invoice invoice) {
        return invoice.lines().stream()
                .map(line -> line.kind() + " " + line.seats() + " " + text(line.amount()))
                .toList();
    }

    private static String text(Optional<Money> money) {
        return money.map(known -> known.amount().toPlainString()).orElse("unknown");
    }
}
