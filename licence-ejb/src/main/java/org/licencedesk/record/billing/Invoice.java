package org.licencedesk.record.billing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.licencedesk.kernel.Money;
import org.licencedesk.record.billing.InvoiceLine.Kind;
import org.licencedesk.seats.allowance.Charge;
import org.licencedesk.seats.allowance.Increase;
import org.licencedesk.seats.pricing.PriceList;
import org.licencedesk.seats.tenant.RenewalCalendar.Period;

/**
 * The invoice of a renewal date (R33).
 *
 * @param date the renewal date
 * @param lines the period in advance, then one line for each increase, charge and credit since the invoice before,
 *     oldest first
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
     * @param charges what else is charged or credited of the period before it, oldest first
     */
    static Invoice of(PriceList list, LocalDate date, int maximum, List<Increase> increases, List<Charge> charges) {
        List<InvoiceLine> since = Stream.concat(
                        increases.stream().map(increase -> increase(list, increase)),
                        charges.stream().map(charge -> charge(list, charge)))
                .sorted(Comparator.comparing(InvoiceLine::from).thenComparing(line -> line.kind() != Kind.FIRST_PERIOD))
                .toList();
        return of(
                date,
                Stream.concat(Stream.of(period(list, date, maximum)), since.stream())
                        .toList());
    }

    /** @return a document of these lines, at least one */
    static Invoice of(LocalDate date, List<InvoiceLine> lines) {
        Optional<Money> total = lines.stream()
                .map(InvoiceLine::amount)
                .reduce((one, other) -> one.flatMap(a -> other.map(a::plus)))
                .orElseThrow();
        return new Invoice(date, lines, total);
    }

    /** @return what so many seats are charged for the period that begins on the date */
    static InvoiceLine period(PriceList list, LocalDate date, int maximum) {
        Period period = list.calendar().around(date);
        return new InvoiceLine(
                Kind.PERIOD,
                maximum,
                period.start(),
                period.end(),
                Math.toIntExact(period.days()),
                list.perSeatOn(date),
                list.forPeriod(maximum, date),
                Optional.empty(),
                Optional.empty());
    }

    /** Price and amount are those that were accepted, and are not reckoned again (R32); none, and the price came later. */
    private static InvoiceLine increase(PriceList list, Increase increase) {
        LocalDate start = list.calendar().around(increase.from()).start();
        return new InvoiceLine(
                Kind.INCREASE,
                increase.seats(),
                increase.from(),
                increase.to(),
                daysOfPeriod(start, increase.to()),
                increase.pricePerSeat(list),
                increase.amount(list),
                Optional.of(increase.acceptance()),
                Optional.empty());
    }

    private static InvoiceLine charge(PriceList list, Charge charge) {
        LocalDate start = list.calendar().around(charge.from()).start();
        return new InvoiceLine(
                Kind.valueOf(charge.kind().name()),
                charge.seats(),
                charge.from(),
                charge.to(),
                daysOfPeriod(start, charge.to()),
                list.perSeatOn(start),
                charge.amount(),
                Optional.empty(),
                Optional.of(charge.id()));
    }

    private static int daysOfPeriod(LocalDate start, LocalDate end) {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, end) + 1);
    }
}
