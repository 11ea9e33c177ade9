package org.licencedesk.seats.allowance;

import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.terms.TermsReference;

/**
 * The priced offer to raise the allowance to a number. An empty amount is set by the account manager (R31).
 *
 * @param raiseTo the maximum afterwards
 * @param seats by how many the maximum rises, from 1
 * @param monthlyIncrease what the subscription rises by for each billing period, from the next invoice on
 * @param dueNow what the rest of the running period costs
 * @param nextInvoice when the next invoice falls, and what it will come to
 * @param terms the terms in force
 * @param endsReduction the agreed reduction that the increase would end (R30)
 */
public record Quote(
        int raiseTo,
        int seats,
        Optional<Money> monthlyIncrease,
        DueNow dueNow,
        NextInvoice nextInvoice,
        TermsReference terms,
        Optional<Reduction> endsReduction) {

    /**
     * The share for the rest of the running period.
     *
     * @param from the day of the increase, in the tenant's days
     * @param to the last day of the period
     */
    public record DueNow(LocalDate from, LocalDate to, Optional<Money> amount) {}

    /** The next invoice as it will be, if nothing else changes. */
    public record NextInvoice(LocalDate date, Optional<Money> amount) {}
}
