package org.licencedesk.allowance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Money;

/**
 * A confirmed increase as it is charged: what its quote said (R32).
 *
 * @param acceptance the proof of it
 * @param seats how many seats more
 * @param from the day of the increase, in the tenant's days
 * @param to the last day of the billing period
 * @param pricePerSeat what a seat cost for the whole billing period when it was confirmed; empty if set by the account manager
 * @param amount what those days cost; empty if set by the account manager
 */
public record Increase(
        UUID acceptance,
        int seats,
        LocalDate from,
        LocalDate to,
        Optional<Money> pricePerSeat,
        Optional<Money> amount) {}
