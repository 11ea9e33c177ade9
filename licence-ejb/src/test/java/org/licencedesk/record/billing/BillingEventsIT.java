package org.licencedesk.record.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.SetClock;
import org.licencedesk.kernel.Money;
import org.licencedesk.record.billing.BillingEvent.Kind;
import org.licencedesk.seats.allowance.Quote;

/** The feed tells a billing system how things stand. R33 */
class BillingEventsIT {
    private static final Instant USUAL = Instant.parse("2026-03-10T09:00:00Z");

    private final Desk desk = Desk.open();
    private final SetClock clock = desk.clock();

    @AfterEach
    void let_the_clock_stand_as_others_know_it() {
        clock.set(USUAL);
    }

    @Test
    void whoever_gets_the_events_twice_late_and_in_any_order_ends_right() {
        at("2027-04-10T09:00:00Z");
        BilledTenant tenant = BilledTenant.create(Contract.monthly(10, "12.00", "2027-05-01"));
        tenant.raise(12);
        tenant.price("13.00", LocalDate.parse("2027-06-01"));
        tenant.closeDue(Instant.parse("2027-05-01T00:00:00Z"));
        at("2027-05-16T00:00:00Z");
        tenant.correct(7);
        tenant.raise(9);
        tenant.closeDue(Instant.parse("2027-06-01T00:00:00Z"));
        List<BillingEvent> events = tenant.events(0);

        assertThat(events)
                .extracting(BillingEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events)
                .extracting(BillingEvent::kind)
                .containsExactly(
                        Kind.MAXIMUM_CHANGED,
                        Kind.MAXIMUM_CHANGED,
                        Kind.PRICE_CHANGED,
                        Kind.INVOICE_CLOSED,
                        Kind.MAXIMUM_CHANGED,
                        Kind.MAXIMUM_CHANGED,
                        Kind.INVOICE_CLOSED);
        assertThat(tenant.events(5)).isEqualTo(events.subList(5, 7));
        List<BillingEvent> received = new ArrayList<>(events);
        received.addAll(events.subList(1, 6));
        Collections.shuffle(received, new Random(7));
        Map<LocalDate, String> invoices = new HashMap<>();
        BillingEvent last = received.get(0);
        for (BillingEvent event : received) {
            event.closed().ifPresent(closed -> invoices.put(closed.date(), text(closed.total())));
            last = event.sequence() > last.sequence() ? event : last;
        }
        at("2027-06-01T00:00:00Z");
        assertThat(last.maximum()).isEqualTo(9);
        assertThat(last.nextInvoice())
                .isEqualTo(new Quote.NextInvoice(
                        tenant.next().date(), tenant.next().total()));
        assertThat(invoices).hasSize(2);
        assertThat(tenant.closed()).hasSize(2).allSatisfy(invoice -> assertThat(invoices.get(invoice.date()))
                .isEqualTo(text(invoice.total())));
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    private static String text(Optional<Money> money) {
        return money.map(known -> known.amount().toPlainString()).orElse("unknown");
    }
}
