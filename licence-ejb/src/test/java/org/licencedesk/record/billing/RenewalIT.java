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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.SetClock;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.record.billing.BillingEvent.Kind;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.Tenants;
import org.licencedesk.seats.terms.PublishTerms;
import org.licencedesk.seats.terms.TermsLibrary;

/** Invoices are closed on their dates, once, as of their dates. R31, R33 */
class RenewalIT {
    private static final Instant USUAL = Instant.parse("2026-03-10T09:00:00Z");

    private final Desk desk = Desk.open();
    private final SetClock clock = desk.clock();

    @BeforeEach
    void begin() {
        at("2027-04-10T09:00:00Z");
    }

    @AfterEach
    void let_the_clock_stand_as_others_know_it() {
        clock.set(USUAL);
    }

    @Test
    void the_next_invoice_has_the_period_and_a_line_for_each_increase() {
        BilledTenant tenant = monthly(10, "12.00");
        at("2027-04-16T09:00:00Z");
        Quote first = tenant.raise(12);
        at("2027-04-30T23:59:59Z");
        Quote second = tenant.raise(13);

        Invoice next = tenant.next();

        assertThat(next.lines())
                .extracting(line -> line.kind() + " " + line.seats() + " " + line.from() + " " + line.to() + " "
                        + line.daysOfPeriod() + " " + text(line.pricePerSeat()) + " " + text(line.amount()))
                .containsExactly(
                        "PERIOD 13 2027-05-01 2027-05-31 31 12.00 156.00",
                        "INCREASE 2 2027-04-16 2027-04-30 30 12.00 12.00",
                        "INCREASE 1 2027-04-30 2027-04-30 30 12.00 0.40");
        assertThat(text(next.total())).isEqualTo("168.40");
        assertThat(first.nextInvoice().amount().map(RenewalIT::plain)).contains("156.00");
        assertThat(second.nextInvoice()).isEqualTo(new Quote.NextInvoice(next.date(), next.total()));
    }

    @Test // R3
    void a_closed_invoice_is_read_by_its_date_and_is_the_tenants_own() {
        BilledTenant tenant = monthly(10, "12.00");
        BilledTenant other = monthly(10, "12.00");
        LocalDate date = LocalDate.parse("2027-05-01");
        at("2027-04-16T09:00:00Z");
        tenant.raise(12);
        tenant.closeDue(Instant.parse("2027-06-01T00:00:00Z"));

        assertThat(tenant.closed(date)).isEqualTo(tenant.closed().get(0));
        assertThat(tenant.closed(date).lines()).hasSize(2);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tenant.closed(date.plusDays(1)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> other.closed(date));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> tenant.closed(date, TestTenant.of(1).admin()));
    }

    @Test
    void an_invoice_is_closed_on_its_date_and_not_before() {
        BilledTenant tenant = monthly(10, "12.00");
        tenant.closeDue(Instant.parse("2027-04-30T23:59:59.999999Z"));
        assertThat(tenant.closed()).isEmpty();
        tenant.closeDue(Instant.parse("2027-05-01T00:00:00Z"));
        assertThat(tenant.closed()).extracting(Invoice::date).containsExactly(LocalDate.parse("2027-05-01"));
        tenant.closeDue(Instant.parse("2027-05-31T23:59:59Z"));
        assertThat(tenant.closed()).hasSize(1);
    }

    @Test
    void the_day_is_the_tenants() {
        BilledTenant far = BilledTenant.create(new Contract(
                1,
                "GBP",
                Optional.of("1.00"),
                BillingPeriod.MONTH,
                LocalDate.parse("2027-05-01"),
                ZoneId.of("Pacific/Kiritimati")));
        far.closeDue(Instant.parse("2027-04-30T09:59:59Z"));
        assertThat(far.closed()).isEmpty();
        assertThat(due("2027-04-30T09:59:59Z")).doesNotContain(far.id());
        assertThat(due("2027-04-30T10:00:00Z")).contains(far.id());
        far.closeDue(Instant.parse("2027-04-30T10:00:00Z"));
        assertThat(far.closed()).hasSize(1);
        assertThat(due("2027-04-30T10:00:00Z")).doesNotContain(far.id());
    }

    @Test
    void an_increase_on_the_renewal_date_belongs_to_the_invoice_after_it() {
        BilledTenant tenant = monthly(10, "12.00");
        at("2027-05-01T00:00:00Z");
        tenant.raise(11);
        tenant.correct(20);
        tenant.closeDue(Instant.parse("2027-05-01T08:00:00Z"));

        assertThat(text(tenant.closed().get(0).total())).isEqualTo("120.00");
        assertThat(tenant.next().lines())
                .extracting(line -> text(line.amount()))
                .containsExactly("240.00", "12.00");
    }

    @Test
    void a_job_that_comes_late_closes_each_period_as_it_was() {
        BilledTenant tenant = monthly(10, "12.00");
        at("2027-04-16T09:00:00Z");
        tenant.raise(12);
        tenant.price("15.00", LocalDate.parse("2027-07-01"));
        at("2027-06-30T09:00:00Z");
        tenant.correct(4);
        at("2027-07-02T09:00:00Z");
        tenant.raise(5);

        tenant.closeDue(clock.now());

        assertThat(tenant.closed())
                .extracting(invoice -> invoice.date() + " " + text(invoice.total()))
                .containsExactly("2027-05-01 156.00", "2027-06-01 144.00", "2027-07-01 60.00");
        assertThat(tenant.next().lines())
                .extracting(line -> text(line.amount()))
                .containsExactly("75.00", "14.52");
    }

    @Test // R31
    void an_unknown_price_is_no_amount_and_never_nothing() {
        BilledTenant tenant = BilledTenant.create(new Contract(
                3, "GBP", Optional.empty(), BillingPeriod.MONTH, LocalDate.parse("2027-05-01"), ZoneId.of("UTC")));
        tenant.raise(4);
        tenant.price("10.00", LocalDate.parse("2027-05-01"));

        assertThat(tenant.next().lines())
                .extracting(line -> text(line.amount()))
                .containsExactly("40.00", "unknown");
        assertThat(tenant.next().total()).isEmpty();
        tenant.closeDue(Instant.parse("2027-06-01T00:00:00Z"));
        assertThat(tenant.closed()).extracting(invoice -> text(invoice.total())).containsExactly("unknown", "40.00");
        assertThat(tenant.closed().get(0).lines().get(1).pricePerSeat()).isEmpty();
    }

    @Test
    void two_nodes_at_once_close_each_period_once() throws Exception {
        List<BilledTenant> tenants =
                Stream.generate(() -> monthly(10, "12.00")).limit(8).toList();
        at("2027-04-20T09:00:00Z");
        tenants.forEach(tenant -> tenant.raise(11));
        Instant late = Instant.parse("2027-08-01T12:00:00Z");
        CyclicBarrier together = new CyclicBarrier(2);

        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> rounds = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                rounds.add(nodes.submit(() -> {
                    for (BilledTenant tenant : tenants) {
                        together.await(30, TimeUnit.SECONDS);
                        tenant.closeDue(late);
                    }
                    return null;
                }));
            }
            for (Future<?> round : rounds) {
                round.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            nodes.shutdownNow();
        }

        assertThat(tenants).allSatisfy(tenant -> {
            assertThat(tenant.closed())
                    .extracting(invoice -> invoice.date() + " " + text(invoice.total()))
                    .containsExactly(
                            "2027-05-01 136.40", "2027-06-01 132.00", "2027-07-01 132.00", "2027-08-01 132.00");
            assertThat(tenant.events(0))
                    .filteredOn(event -> event.kind() == Kind.INVOICE_CLOSED)
                    .hasSize(4);
        });
    }

    @Test // R32
    void neither_a_clock_that_is_put_back_nor_another_time_zone_charges_an_increase_twice_or_never() {
        BilledTenant tenant = monthly(10, "30.00");
        at("2027-05-01T00:10:00Z");
        tenant.closeDue(clock.now());
        desk.run(() -> desk.bean(Tenants.class)
                .edit(
                        tenant.id(),
                        Optional.empty(),
                        Optional.of(ZoneId.of("America/St_Johns")),
                        Optional.empty(),
                        Optional.empty()));
        at("2027-04-30T23:50:00Z");

        Quote quote = tenant.raise(11);

        assertThat(quote.dueNow().from()).isEqualTo(LocalDate.parse("2027-05-01"));
        assertThat(quote.nextInvoice().date()).isEqualTo(LocalDate.parse("2027-06-01"));
        tenant.closeDue(Instant.parse("2027-06-02T00:00:00Z"));
        assertThat(tenant.closed()).extracting(invoice -> text(invoice.total())).containsExactly("300.00", "360.00");
    }

    @Test // R29, R32
    void a_new_version_of_the_terms_asks_again() {
        BilledTenant tenant = monthly(10, "12.00");
        Quote open = tenant.quote(11);
        TermsLibrary terms = desk.bean(TermsLibrary.class);
        desk.run(() -> terms.publish(new PublishTerms("renewal-2", "Other words", TestTenant.OPERATOR)));

        assertThatExceptionOfType(IncreaseNotConfirmed.class).isThrownBy(() -> tenant.raise(open));

        assertThat(tenant.next().lines()).hasSize(1);
        tenant.raise(11);
        assertThat(tenant.next().lines()).hasSize(2);
    }

    private static BilledTenant monthly(int maximum, String price) {
        return BilledTenant.create(Contract.monthly(maximum, price, "2027-05-01"));
    }

    private List<TenantId> due(String instant) {
        return desk.bean(DueRenewals.class)
                .read(Instant.parse(instant), Optional.empty(), Integer.MAX_VALUE)
                .tenants();
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    private static String text(Optional<Money> money) {
        return money.map(RenewalIT::plain).orElse("unknown");
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }
}
