package org.licencedesk.record.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.request.ReductionRequest;

/** The event with the highest number says how things stand, whatever has changed it. R30, R33 */
class FeedIT {
    private static final Instant USUAL = Instant.parse("2026-03-10T09:00:00Z");

    private final Desk desk = Desk.open();
    private BilledTenant tenant;

    @BeforeEach
    void begin() {
        at("2027-04-10T09:00:00Z");
        tenant = BilledTenant.create(Contract.monthly(10, "12.00", "2027-05-01"));
    }

    @AfterEach
    void let_the_clock_stand_as_others_know_it() {
        desk.clock().set(USUAL);
    }

    @Test
    void an_agreed_reduction_and_its_withdrawal_are_told() {
        ReductionRequest agreed = tenant.requests().agree(4, "2027-05-01");
        assertThat(told()).isEqualTo("FORECAST_CHANGED 10 48.00");
        tenant.requests().withdraw(agreed);
        assertThat(told()).isEqualTo("FORECAST_CHANGED 10 120.00");
    }

    @Test
    void a_counter_that_is_accepted_is_told() {
        ReductionRequest countered = tenant.requests().counter(6, 4, "2027-05-01");
        assertThat(told()).isEqualTo("MAXIMUM_CHANGED 10 120.00");
        tenant.requests().acceptCounter(countered);
        assertThat(told()).isEqualTo("FORECAST_CHANGED 10 48.00");
    }

    @Test
    void one_of_a_later_date_is_told_when_it_comes_near() {
        tenant.requests().agree(4, "2027-06-01");
        assertThat(told()).isEqualTo("MAXIMUM_CHANGED 10 120.00");
        at("2027-05-01T00:00:00Z");
        tenant.closeDue(desk.clock().now());
        assertThat(told()).isEqualTo("INVOICE_CLOSED 10 48.00");
    }

    @Test
    void seats_that_make_it_possible_or_impossible_are_told_once() {
        tenant.requests().agree(4, "2027-05-01");
        List<UserId> users = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            users.add(tenant.addUser("user" + i));
        }
        assertThat(told()).isEqualTo("FORECAST_CHANGED 10 48.00");
        long possible = tenant.last().sequence();
        users.add(tenant.addUser("one.too.many"));
        assertThat(told()).isEqualTo("FORECAST_CHANGED 10 120.00");
        users.add(tenant.addUser("and.another"));
        tenant.deactivate(users.get(0));
        assertThat(tenant.last().sequence()).isEqualTo(possible + 1);
        tenant.delete(users.get(1));
        assertThat(told()).isEqualTo("FORECAST_CHANGED 10 48.00");
        tenant.activate(users.get(0));
        assertThat(told()).isEqualTo("FORECAST_CHANGED 10 120.00");
    }

    @Test
    void seats_that_leave_it_as_it_is_cost_nothing_or_next_to_nothing() {
        UserId user = tenant.addUser("ada");
        tenant.deactivate(user);
        assertThat(desk.statementsOf(() -> tenant.activate(user))).noneMatch(sql -> sql.contains("billing_account"));
        tenant.deactivate(user);
        tenant.requests().agree(4, "2027-05-01");
        assertThat(desk.statementsOf(() -> tenant.activate(user)))
                .filteredOn(sql ->
                        sql.contains("billing_account") || sql.contains("billing_event") || sql.contains(" price "))
                .singleElement()
                .asString()
                .contains("from billing_account");
    }

    @Test
    void an_increase_that_ends_it_is_told_once() {
        tenant.requests().agree(4, "2027-05-01");
        long before = tenant.last().sequence();
        tenant.raise(11);
        assertThat(told()).startsWith("MAXIMUM_CHANGED 11 ");
        assertThat(tenant.last().sequence()).isEqualTo(before + 1);
    }

    @Test
    void one_that_could_not_be_applied_is_told() {
        tenant.requests().agree(4, "2027-05-01");
        for (int i = 0; i < 4; i++) {
            tenant.addUser("user" + i);
        }
        at("2027-05-01T00:00:00Z");
        tenant.closeDue(desk.clock().now());
        assertThat(told()).isEqualTo("INVOICE_CLOSED 10 120.00");
    }

    @Test
    void another_time_zone_leaves_the_next_invoice_where_it_is() {
        at("2027-04-29T12:00:00Z");
        tenant.moveTo(ZoneId.of("Pacific/Kiritimati"));
        assertThat(told()).isEqualTo("MAXIMUM_CHANGED 10 120.00");
        tenant.moveTo(ZoneId.of("Pacific/Pago_Pago"));
        assertThat(told()).isEqualTo("MAXIMUM_CHANGED 10 120.00");
    }

    private String told() {
        BillingEvent last = tenant.last();
        assertThat(last.nextInvoice()).isEqualTo(tenant.forecast());
        assertThat(last.maximum()).isEqualTo(tenant.maximum());
        return last.kind() + " " + last.maximum() + " "
                + Optional.of(last)
                        .flatMap(event -> event.nextInvoice().amount())
                        .map(money -> money.amount().toPlainString())
                        .orElse("unknown");
    }

    private void at(String instant) {
        desk.clock().set(Instant.parse(instant));
    }
}
