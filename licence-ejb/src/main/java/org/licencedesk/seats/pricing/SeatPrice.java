package org.licencedesk.seats.pricing;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.RenewalCalendar.Period;

/**
 * What a tenant pays for one seat, and how often.
 *
 * @param every how often it pays
 * @param running the billing period that runs
 * @param now what a seat costs for it; empty if set by the account manager (R31)
 * @param coming the next price that was set for a later period, if one was
 */
public record SeatPrice(
        Currency currency, BillingPeriod every, Period running, Optional<Rate> now, Optional<Rate> coming) {

    /**
     * What one seat costs.
     *
     * @param from the renewal date from which this holds
     */
    public record Rate(Money perSeat, LocalDate from) {

        private static Optional<Rate> of(Map.@Nullable Entry<LocalDate, Money> entry) {
            return Optional.ofNullable(entry).map(known -> new Rate(known.getValue(), known.getKey()));
        }
    }

    static SeatPrice on(LocalDate day, PriceList list) {
        return new SeatPrice(
                list.currency(),
                list.calendar().period(),
                list.calendar().around(day),
                Rate.of(list.perSeat().floorEntry(day)),
                Rate.of(list.perSeat().higherEntry(day)));
    }
}
