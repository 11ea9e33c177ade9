package org.licencedesk.record.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.harness.Desk;
import org.licencedesk.seats.allowance.Quote;

/** The invoice of the date of a reduction charges the lower maximum, in whichever order the jobs come. R30, R33 */
class ReducedInvoiceIT {
    private static final Instant USUAL = Instant.parse("2026-03-10T09:00:00Z");

    private final Desk desk = Desk.open();

    @BeforeEach
    void begin() {
        desk.clock().set(Instant.parse("2027-04-10T09:00:00Z"));
    }

    @AfterEach
    void let_the_clock_stand_as_others_know_it() {
        desk.clock().set(USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-01, 2027-05-01T00:00:00Z, true, 2027-05-01 96.00",
        "2027-05-01, 2027-05-01T00:00:00Z, false, 2027-05-01 96.00",
        "2027-05-01, 2027-07-03T12:00:00Z, true, 2027-05-01 96.00 2027-06-01 96.00 2027-07-01 96.00",
        "2027-05-01, 2027-07-03T12:00:00Z, false, 2027-05-01 96.00 2027-06-01 96.00 2027-07-01 96.00",
        "2027-06-01, 2027-07-03T12:00:00Z, true, 2027-05-01 120.00 2027-06-01 96.00 2027-07-01 96.00",
        "2027-06-01, 2027-07-03T12:00:00Z, false, 2027-05-01 120.00 2027-06-01 96.00 2027-07-01 96.00"
    })
    void from_its_date_on_less_is_charged(String date, String now, boolean reductionFirst, String invoices) {
        BilledTenant tenant = monthly();
        tenant.requests().agree(8, date);
        at(now);
        if (reductionFirst) {
            tenant.requests().reduceDue(Instant.parse(now));
        }
        tenant.closeDue(Instant.parse(now));
        tenant.requests().reduceDue(Instant.parse(now));

        assertThat(tenant.closed().stream().map(ReducedInvoiceIT::text).collect(Collectors.joining(" ")))
                .isEqualTo(invoices);
        assertThat(tenant.events(0).stream()
                        .filter(event -> event.maximum() == 8 && event.closed().isEmpty()))
                .as("the feed tells of the reduction once")
                .hasSize(1);
    }

    @Test
    void both_jobs_at_once_on_two_nodes() throws Exception {
        List<BilledTenant> tenants =
                Stream.generate(ReducedInvoiceIT::monthly).limit(8).toList();
        tenants.forEach(tenant -> tenant.requests().agree(8, "2027-05-01"));
        Instant date = Instant.parse("2027-05-01T00:00:00Z");
        at("2027-05-01T00:00:00Z");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (BilledTenant tenant : tenants) {
                List<Runnable> jobs = List.of(
                        () -> tenant.closeDue(date), () -> tenant.requests().reduceDue(date));
                List<Future<?>> running = jobs.stream()
                        .<Future<?>>map(job -> nodes.submit(() -> {
                            together.await();
                            job.run();
                            return true;
                        }))
                        .toList();
                for (Future<?> each : running) {
                    each.get();
                }
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(tenants).allSatisfy(tenant -> {
            assertThat(tenant.closed()).extracting(ReducedInvoiceIT::text).containsExactly("2027-05-01 96.00");
            assertThat(tenant.next().lines().get(0).seats()).isEqualTo(8);
        });
    }

    @Test // R10, R29
    void the_preview_knows_of_it_from_the_agreement_on() {
        BilledTenant tenant = monthly();
        tenant.requests().agree(8, "2027-05-01");
        assertThat(text(tenant.next())).isEqualTo("2027-05-01 96.00");
        Quote quote = tenant.quote(11);
        assertThat(quote.endsReduction()).isPresent();
        tenant.raise(quote);
        assertThat(tenant.accepted()).as("the proof keeps what was shown").containsExactly(quote);
        assertThat(tenant.next().total()).isEqualTo(quote.nextInvoice().amount());
        assertThat(tenant.next().lines().get(0).seats()).isEqualTo(11);
        at("2027-05-01T00:00:00Z");
        tenant.closeDue(desk.clock().now());
        assertThat(tenant.closed().get(0).total()).isEqualTo(quote.nextInvoice().amount());
    }

    @Test
    void one_of_a_later_date_leaves_the_next_invoice_alone() {
        BilledTenant tenant = monthly();
        tenant.requests().agree(8, "2027-06-01");
        assertThat(text(tenant.next())).isEqualTo("2027-05-01 120.00");
        at("2027-05-01T00:00:00Z");
        tenant.closeDue(desk.clock().now());
        assertThat(tenant.closed()).extracting(ReducedInvoiceIT::text).containsExactly("2027-05-01 120.00");
        assertThat(tenant.next().date()).isEqualTo(LocalDate.parse("2027-06-01"));
        assertThat(text(tenant.next())).isEqualTo("2027-06-01 96.00");
    }

    private static BilledTenant monthly() {
        return BilledTenant.create(Contract.monthly(10, "12.00", "2027-05-01"));
    }

    private void at(String instant) {
        desk.clock().set(Instant.parse(instant));
    }

    private static String text(Invoice invoice) {
        return invoice.date() + " " + invoice.total().orElseThrow().amount().toPlainString();
    }
}
