package org.licencedesk.record.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.kernel.Money;
import org.licencedesk.platform.Contention;
import org.licencedesk.record.billing.BillingEvent.Kind;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.Settlement;
import org.licencedesk.seats.tenant.NotARenewalDate;

/** A price that comes later is charged from the beginning of the running period. R31, R33, R58 */
class LatePriceIT {
    private static final Instant USUAL = Instant.parse("2026-03-10T09:00:00Z");

    private final Desk desk = Desk.open();

    @BeforeEach
    void begin() {
        at("2027-04-10T09:00:00Z");
    }

    @AfterEach
    void let_the_clock_stand_as_others_know_it() {
        desk.clock().set(USUAL);
    }

    @Test
    void the_invoice_without_an_amount_is_followed_by_a_document_and_stays_as_it_is() {
        BilledTenant tenant = unpricedYear();
        at("2027-05-11T00:00:00Z");
        tenant.closeDue(desk.clock().now());
        tenant.raise(12);
        Invoice before = tenant.closed(LocalDate.parse("2027-05-01"));
        long told = tenant.last().sequence();

        tenant.price("365.00", LocalDate.parse("2027-05-01"));

        assertThat(tenant.closed(LocalDate.parse("2027-05-01"))).isEqualTo(before);
        assertThat(before.total()).isEmpty();
        ClosedInvoice correction = tenant.documents().get(1);
        assertThat(correction.number()).isEqualTo(2);
        assertThat(correction.corrects()).contains(LocalDate.parse("2027-05-01"));
        assertThat(correction.invoice().date()).isEqualTo(LocalDate.parse("2027-05-11"));
        assertThat(correction.invoice().lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(InvoiceLine.Kind.PERIOD);
            assertThat(line.seats()).isEqualTo(10);
            assertThat(line.from()).isEqualTo(LocalDate.parse("2027-05-01"));
            assertThat(line.to()).isEqualTo(LocalDate.parse("2028-04-30"));
            assertThat(text(line.pricePerSeat())).isEqualTo("365.00");
        });
        assertThat(text(correction.invoice().total())).isEqualTo("3650.00");
        List<BillingEvent> events = tenant.events(told);
        assertThat(events).extracting(BillingEvent::kind).containsExactly(Kind.PRICE_CHANGED, Kind.INVOICE_CORRECTED);
        assertThat(events.get(1).closed()).contains(BillingEvent.Closed.of(correction));
        assertThat(tenant.last().nextInvoice()).isEqualTo(tenant.forecast());
        // 2 seats from 11 May 2027 on: 356 of 366 days.
        assertThat(tenant.next().lines())
                .extracting(line -> text(line.amount()))
                .containsExactly("4380.00", "710.05");
        assertThat(tenant.quote(13).nextInvoice().amount().orElseThrow().isMoreThan(money("5090.05")))
                .isTrue();
        at("2028-05-01T00:00:00Z");
        tenant.closeDue(desk.clock().now());
        assertThat(tenant.documents()).extracting(ClosedInvoice::number).containsExactly(1, 2, 3);
        assertThat(text(tenant.closed(LocalDate.parse("2028-05-01")).total())).isEqualTo("5090.05");
    }

    @Test
    void an_increase_that_was_accepted_without_a_price_is_charged_its_share_of_the_first_one() {
        BilledTenant tenant =
                BilledTenant.create(Contract.monthly(10, "1.00", "2027-05-01").unpriced());
        at("2027-04-16T09:00:00Z");
        Quote accepted = tenant.raise(12);
        assertThat(accepted.dueNow().amount()).isEmpty();

        tenant.price("30.00", LocalDate.parse("2027-04-01"));

        assertThat(tenant.accepted()).containsExactly(accepted);
        assertThat(tenant.next().lines())
                .extracting(line -> text(line.amount()))
                .containsExactly("360.00", "30.00");
        assertThat(tenant.last().nextInvoice()).isEqualTo(tenant.forecast());
        assertThat(tenant.documents()).isEmpty();
        at("2027-05-01T00:00:00Z");
        tenant.closeDue(desk.clock().now());
        assertThat(tenant.documents().get(0).invoice().lines())
                .extracting(line -> text(line.pricePerSeat()) + " " + text(line.amount()))
                .containsExactly("30.00 360.00", "30.00 30.00");
    }

    @Test
    void what_was_charged_and_credited_without_a_price_gets_its_amount() {
        BilledTenant tenant = BilledTenant.create(
                Contract.monthly(10, "1.00", "2027-05-01").unpriced().fromTheFirstDay());
        at("2027-04-16T09:00:00Z");
        tenant.correct(14, Settlement.BILLED);
        tenant.correct(9, Settlement.CREDITED);
        assertThat(tenant.next().lines())
                .extracting(line -> text(line.amount()))
                .containsExactly("unknown", "unknown", "unknown", "unknown", "unknown");

        tenant.price("30.00", LocalDate.parse("2027-04-01"));

        assertThat(tenant.next().lines())
                .extracting(line -> line.kind() + " " + line.seats() + " " + text(line.amount()))
                .containsExactly(
                        "PERIOD 9 270.00",
                        "FIRST_PERIOD 10 210.00",
                        "CORRECTION 4 60.00",
                        "CREDIT 4 -60.00",
                        "CREDIT 1 -15.00");
        assertThat(tenant.last().nextInvoice()).isEqualTo(tenant.forecast());
    }

    @Test
    void a_price_that_was_set_for_later_stays() {
        BilledTenant tenant = unpricedYear();
        at("2027-05-11T00:00:00Z");
        tenant.closeDue(desk.clock().now());
        tenant.price("400.00", LocalDate.parse("2028-05-01"));
        assertThat(tenant.documents()).hasSize(1);

        tenant.price("365.00", LocalDate.parse("2027-05-01"));

        assertThat(text(tenant.documents().get(1).invoice().total())).isEqualTo("3650.00");
        assertThat(text(tenant.next().total())).isEqualTo("4000.00");
    }

    @Test
    void only_a_first_price_and_only_from_the_running_period() {
        BilledTenant tenant = unpricedYear();
        at("2028-05-11T00:00:00Z");
        tenant.closeDue(desk.clock().now());
        for (String wrong : List.of("2027-05-01", "2028-04-30", "2028-05-02", "2028-05-11", "2029-05-02")) {
            assertRefused(tenant, wrong);
        }
        tenant.price("365.00", LocalDate.parse("2028-05-01"));
        assertRefused(tenant, "2028-05-01");
        assertThat(tenant.documents())
                .extracting(document -> document.corrects().isPresent() + " "
                        + text(document.invoice().total()))
                .containsExactly("false unknown", "false unknown", "true 3650.00");
    }

    @Test
    void of_two_first_prices_at_once_one_is_set() throws Exception {
        List<BilledTenant> tenants =
                Stream.generate(LatePriceIT::unpricedYear).limit(6).toList();
        at("2027-05-11T00:00:00Z");
        tenants.forEach(tenant -> tenant.closeDue(desk.clock().now()));
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService operators = Executors.newFixedThreadPool(2);
        try {
            for (BilledTenant tenant : tenants) {
                List<Future<Boolean>> running = Stream.of("365.00", "730.00")
                        .map(price -> operators.submit(() -> {
                            together.await();
                            return isSet(tenant, price);
                        }))
                        .toList();
                int set = 0;
                for (Future<Boolean> each : running) {
                    set += each.get() ? 1 : 0;
                }
                assertThat(set).isEqualTo(1);
                assertThat(tenant.documents()).hasSize(2);
            }
        } finally {
            operators.shutdownNow();
        }
    }

    private static boolean isSet(BilledTenant tenant, String price) {
        try {
            Contention.retrying(() -> {
                tenant.price(price, LocalDate.parse("2027-05-01"));
                return true;
            });
            return true;
        } catch (NotARenewalDate e) {
            return false;
        }
    }

    private static void assertRefused(BilledTenant tenant, String from) {
        assertThatExceptionOfType(NotARenewalDate.class)
                .as(from)
                .isThrownBy(() -> tenant.price("365.00", LocalDate.parse(from)));
    }

    private static BilledTenant unpricedYear() {
        return BilledTenant.create(
                Contract.monthly(10, "1.00", "2027-05-01").yearly().unpriced());
    }

    private void at(String instant) {
        desk.clock().set(Instant.parse(instant));
    }

    private static Money money(String amount) {
        return Money.parse("amount", amount, java.util.Currency.getInstance("GBP"));
    }

    private static String text(Optional<Money> money) {
        return money.map(known -> known.amount().toPlainString()).orElse("unknown");
    }
}
