package org.licencedesk.seats.pricing;

import java.time.LocalDate;
import java.util.Currency;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.tenant.RenewalCalendar;
import org.licencedesk.seats.tenant.RenewalCalendar.Period;

/**
 * What the seats of one tenant cost, as pure functions (R31, R33). Where no price is known for a day, the amount is
 * empty: it is set by the account manager.
 *
 * @param currency the currency of all prices
 * @param calendar the renewal dates
 * @param perSeat the price of one seat for one billing period, by the day from which it holds
 */
public record PriceList(Currency currency, RenewalCalendar calendar, NavigableMap<LocalDate, Money> perSeat) {

    /** Takes its own copy of the prices. */
    public PriceList {
        perSeat = new TreeMap<>(perSeat);
    }

    /** @return the price of one seat for the billing period in which the day falls */
    public Optional<Money> perSeatOn(LocalDate day) {
        return Optional.ofNullable(perSeat.floorEntry(day)).map(entry -> entry.getValue());
    }

    /** @return what so many seats cost for the whole period that begins on the renewal date */
    public Optional<Money> forPeriod(int seats, LocalDate start) {
        return perSeatOn(start).map(price -> price.times(seats));
    }

    /**
     * @return what so many seats cost from the day to the end of its billing period: seats x price x days left / days
     *     of the period, rounded half-even once (R33)
     */
    public Optional<Money> forRestOfPeriod(int seats, LocalDate day) {
        Period period = calendar.around(day);
        long daysLeft = new Period(day, period.next()).days();
        return perSeatOn(period.start()).map(price -> price.times(seats).share(daysLeft, period.days()));
    }
}
