package org.licencedesk.record.billing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.licencedesk.seats.tenant.BillingPeriod;

/** What the histories of the property tests begin with: currencies of no, two and three decimals, ends of months. */
final class DrawnContracts {

    private DrawnContracts() {}

    /** @return instants to the minute, from the beginning of the year on */
    static Arbitrary<Instant> starts(int year, int years) {
        Instant first = Instant.parse(year + "-01-01T00:00:00Z");
        return Arbitraries.longs()
                .between(0, years * 366L * 24 * 60)
                .map(minutes -> first.plus(Duration.ofMinutes(minutes)));
    }

    /**
     * @param mostSeats how many seats there are at most
     * @param highestPrice of a seat, in the smallest unit of the currency
     * @param known how probable it is that the price is known
     * @param firstPeriod whether the time until the first renewal is charged
     * @return contracts whose first renewal may be long ago
     */
    static Arbitrary<Contract> contracts(
            int mostSeats, int highestPrice, double known, Arbitrary<Boolean> firstPeriod, List<String> zones) {
        Arbitrary<BillingPeriod> period =
                Arbitraries.frequency(Tuple.of(3, BillingPeriod.MONTH), Tuple.of(1, BillingPeriod.YEAR));
        Arbitrary<LocalDate> anchor = Arbitraries.of(
                        "2028-01-31", "2028-02-29", "2027-11-30", "2026-06-01", "2029-12-15")
                .map(LocalDate::parse);
        return Combinators.combine(
                        Arbitraries.integers().between(1, mostSeats),
                        Arbitraries.of("JPY", "GBP", "KWD"),
                        Arbitraries.integers().between(0, highestPrice).optional(known),
                        period,
                        anchor,
                        firstPeriod,
                        Arbitraries.of(zones).map(ZoneId::of))
                .as((maximum, currency, price, length, day, first, zone) ->
                        new Contract(maximum, currency, inUnits(price, currency), length, day, first, zone));
    }

    /** @return the contract with another renewal date */
    static Contract renewing(Contract drawn, LocalDate date) {
        return new Contract(
                drawn.maximum(),
                drawn.currency(),
                drawn.price(),
                drawn.period(),
                date,
                drawn.firstPeriodBilled(),
                drawn.zone());
    }

    private static Optional<String> inUnits(Optional<Integer> price, String currency) {
        return price.map(amount -> MinorUnits.of(Integer.toString(amount), currency));
    }
}
