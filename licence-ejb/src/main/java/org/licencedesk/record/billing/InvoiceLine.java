package org.licencedesk.record.billing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Money;

/**
 * One line of an invoice; its text is the door's. An empty price or amount is set by the account manager (R31).
 *
 * @param seats how many seats are charged
 * @param from the first day that is charged, in the tenant's days
 * @param to the last day that is charged
 * @param daysOfPeriod how many days the billing period has in which they lie
 * @param pricePerSeat what a seat costs for that whole period
 * @param amount what the line comes to, rounded once
 * @param acceptance the proof of the increase that is charged, if it is one
 * @param charge the charge or the credit beside periods and increases, if it is one
 */
public record InvoiceLine(
        Kind kind,
        int seats,
        LocalDate from,
        LocalDate to,
        int daysOfPeriod,
        Optional<Money> pricePerSeat,
        Optional<Money> amount,
        Optional<UUID> acceptance,
        Optional<UUID> charge) {

    /** What a line charges. */
    public enum Kind {
        /** All seats for the period that begins on the invoice's date. */
        PERIOD,
        /** The seats of one increase, from its day to the end of the period before. */
        INCREASE,
        /** The seats of a new tenant, from its first day to the end of the period before. */
        FIRST_PERIOD,
        /** The seats more of a correction, from its day to the end of the period before. */
        CORRECTION,
        /** The seats fewer of a correction, from its day to the end of the period before; the amount is negative. */
        CREDIT
    }
}
