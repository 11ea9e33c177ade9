package org.licencedesk.record.billing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.licencedesk.seats.allowance.Reduction;

/** What R33 says a tenant is charged, reckoned anew from its whole history. */
final class BillingModel {
    private final ModelCalendar calendar;
    private final int decimals;
    private final NavigableMap<LocalDate, BigDecimal> prices = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private Optional<Reduction> agreed = Optional.empty();
    private int occupied = 1;

    /** A change of the maximum; seats are those of a confirmed increase, 0 for a correction. */
    private record Change(LocalDate day, int maximum, int seats) {}

    BillingModel(ModelCalendar calendar, int decimals, LocalDate created, int maximum) {
        this.calendar = calendar;
        this.decimals = decimals;
        changes.add(new Change(created, maximum, 0));
    }

    void price(LocalDate from, BigDecimal perSeat) {
        prices.put(from, perSeat);
    }

    /** It ends what was agreed. */
    void increase(LocalDate day, int maximum) {
        changes.add(new Change(day, maximum, maximum - maximum()));
        agreed = Optional.empty();
    }

    /** It ends what was agreed only where nothing is left to reduce. */
    void correction(LocalDate day, int maximum) {
        changes.add(new Change(day, maximum, 0));
        agreed = agreed.filter(reduction -> reduction.maximum() < maximum);
    }

    void agree(int maximum, LocalDate date) {
        agreed = Optional.of(new Reduction(maximum, date));
    }

    Optional<Reduction> agreed() {
        return agreed;
    }

    /** A user comes in, if a seat is available. */
    boolean admit() {
        boolean available = occupied < maximum();
        occupied += available ? 1 : 0;
        return available;
    }

    /** The day has begun: what was agreed up to it holds from its date on, if no more seats are occupied. */
    void begin(LocalDate day) {
        agreed.filter(reduction -> !reduction.effectiveOn().isAfter(day)).ifPresent(reduction -> {
            if (occupied <= reduction.maximum()) {
                changes.add(new Change(reduction.effectiveOn().minusDays(1), reduction.maximum(), 0));
            }
            agreed = Optional.empty();
        });
    }

    int maximum() {
        return changes.get(changes.size() - 1).maximum();
    }

    /** What an increase on the day costs to the end of its period. */
    Optional<BigDecimal> due(LocalDate day, int seats) {
        return priceOn(calendar.start(day)).map(price -> price.multiply(BigDecimal.valueOf(seats))
                .multiply(BigDecimal.valueOf(calendar.daysLeft(day)))
                .divide(BigDecimal.valueOf(calendar.daysOfPeriod(day)), new MathContext(60))
                .setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** By what the charge of each period rises from the renewal date on. */
    Optional<BigDecimal> monthly(LocalDate next, int seats) {
        return priceOn(next)
                .map(price -> price.multiply(BigDecimal.valueOf(seats)).setScale(decimals, RoundingMode.UNNECESSARY));
    }

    /** What the invoice of the renewal date comes to, if nothing else changes until then. */
    Optional<BigDecimal> invoice(LocalDate date) {
        LocalDate start = calendar.start(date.minusDays(1));
        Change held = changes.stream()
                .filter(change -> change.day().isBefore(date))
                .reduce((one, later) -> later)
                .orElseThrow();
        int maximum = agreed.filter(
                        reduction -> !reduction.effectiveOn().isAfter(date) && occupied <= reduction.maximum())
                .map(Reduction::maximum)
                .orElse(held.maximum());
        Optional<BigDecimal> total = priceOn(date).map(price -> price.multiply(BigDecimal.valueOf(maximum)));
        for (Change change : changes) {
            if (change.seats() > 0
                    && !change.day().isBefore(start)
                    && change.day().isBefore(date)) {
                Optional<BigDecimal> due = due(change.day(), change.seats());
                total = total.flatMap(sum -> due.map(sum::add));
            }
        }
        return total.map(sum -> sum.setScale(decimals, RoundingMode.UNNECESSARY));
    }

    /** What that invoice comes to if the maximum is raised on the day, and nothing else changes. */
    Optional<BigDecimal> invoiceWith(LocalDate date, LocalDate day, int maximum) {
        Optional<Reduction> before = agreed;
        increase(day, maximum);
        try {
            return invoice(date);
        } finally {
            changes.remove(changes.size() - 1);
            agreed = before;
        }
    }

    /** How many lines the invoice has. */
    long lines(LocalDate date) {
        LocalDate start = calendar.start(date.minusDays(1));
        return 1
                + changes.stream()
                        .filter(change -> change.seats() > 0
                                && !change.day().isBefore(start)
                                && change.day().isBefore(date))
                        .count();
    }

    private Optional<BigDecimal> priceOn(LocalDate start) {
        return Optional.ofNullable(prices.floorEntry(start)).map(entry -> entry.getValue());
    }
}
