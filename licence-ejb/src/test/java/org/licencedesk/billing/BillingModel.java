package org.licencedesk.billing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What R33 says a tenant is charged, reckoned anew from its whole history. */
final class BillingModel {
    private final ModelCalendar calendar;
    private final int decimals;
    private final NavigableMap<LocalDate, BigDecimal> prices = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();

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

    void increase(LocalDate day, int maximum) {
        changes.add(new Change(day, maximum, maximum - maximum()));
    }

    void correction(LocalDate day, int maximum) {
        changes.add(new Change(day, maximum, 0));
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
        Optional<BigDecimal> total = priceOn(date).map(price -> price.multiply(BigDecimal.valueOf(held.maximum())));
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
        increase(day, maximum);
        try {
            return invoice(date);
        } finally {
            changes.remove(changes.size() - 1);
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
