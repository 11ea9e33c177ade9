package org.licencedesk.billing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.licencedesk.allowance.Increase;
import org.licencedesk.billing.InvoiceLine.Kind;
import org.licencedesk.kernel.Money;
import org.licencedesk.pricing.PriceList;
import org.licencedesk.tenant.RenewalCalendar.Period;

/**
 * The invoice of a renewal date (R33).
 *
 * @param date the renewal date
 * @param lines the period in advance, then one line for each increase since the invoice before, oldest first
 * @param total the sum of the lines; empty if one of them is set by the account manager
 */
public record Invoice(LocalDate date, List<InvoiceLine> lines, Optional<Money> total) {

    /** Keeps a list that nobody changes. */
    public Invoice {
        lines = List.copyOf(lines);
    }

    /**
     * @param list the tenant's prices
     * @param date a renewal date
     * @param maximum how many seats are held on it
     * @param increases the increases of the period before it, oldest first
     */
    static Invoice of(PriceList list, LocalDate date, int maximum, List<Increase> increases) {
        List<InvoiceLine> lines = new ArrayList<>();
        lines.add(period(list, date, maximum));
        increases.forEach(increase -> lines.add(increase(list, increase)));
        Optional<Money> total = lines.stream()
                .map(InvoiceLine::amount)
                .reduce((one, other) -> one.flatMap(a -> other.map(a::plus)))
                .orElseThrow();
        return new Invoice(date, lines, total);
    }

    private static InvoiceLine period(PriceList list, LocalDate date, int maximum) {
        Period period = list.calendar().around(date);
        return new InvoiceLine(
                Kind.PERIOD,
                maximum,
                period.start(),
                period.end(),
                Math.toIntExact(period.days()),
                list.perSeatOn(date),
                list.forPeriod(maximum, date),
                Optional.empty());
    }

    /** Price and amount are those that were accepted, and are not reckoned again (R32). */
    private static InvoiceLine increase(PriceList list, Increase increase) {
        LocalDate start = list.calendar().around(increase.from()).start();
        return new InvoiceLine(
                Kind.INCREASE,
                increase.seats(),
                increase.from(),
                increase.to(),
                Math.toIntExact(ChronoUnit.DAYS.between(start, increase.to()) + 1),
                increase.pricePerSeat(),
                increase.amount(),
                Optional.of(increase.acceptance()));
    }
}
