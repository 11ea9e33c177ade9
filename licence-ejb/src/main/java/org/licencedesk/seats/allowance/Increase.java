package org.licencedesk.seats.allowance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.pricing.PriceList;

/**
 * A confirmed increase as it is charged: what its quote said (R32).
 *
 * @param acceptance the proof of it
 * @param raisedFrom the maximum before
 * @param seats how many seats more
 * @param from the day of the increase, in the tenant's days
 * @param to the last day of the billing period
 * @param pricePerSeat what a seat cost for the whole billing period when it was confirmed; empty if set by the account manager
 * @param amount what those days cost, as it was accepted; empty if set by the account manager
 */
public record Increase(
        UUID acceptance,
        int raisedFrom,
        int seats,
        LocalDate from,
        LocalDate to,
        Optional<Money> pricePerSeat,
        Optional<Money> amount) {

    /** @return what is charged by the price list: what was accepted, or its share at a price that came later (R31) */
    public Optional<Money> amount(PriceList list) {
        return amount.or(() -> list.forRestOfPeriod(seats, from));
    }

    /** @return what a seat cost when it was confirmed, or costs at a price that came later (R31) */
    public Optional<Money> pricePerSeat(PriceList list) {
        return pricePerSeat.or(() -> list.perSeatOn(from));
    }
}
