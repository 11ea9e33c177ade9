package org.licencedesk.seats.allowance;

import java.util.Optional;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.seats.terms.TermsReference;

/**
 * All that the allowance panel and the API tell of an allowance (R5).
 *
 * @param figures the figures
 * @param locked how many of the occupied seats are held by locked users
 * @param pricePerSeat what a seat costs for the running period; empty if set by the account manager
 * @param period how often there is an invoice
 * @param nextInvoice the next invoice, if nothing else changes
 * @param terms the terms in force, if any were published
 * @param accountManager whom to turn to
 * @param agreedReduction the reduction that waits for its date, if one was agreed (R30)
 * @param revision rises with each change
 */
public record AllowanceState(
        Figures figures,
        int locked,
        Optional<Money> pricePerSeat,
        BillingPeriod period,
        Quote.NextInvoice nextInvoice,
        Optional<TermsReference> terms,
        Contact accountManager,
        Optional<Reduction> agreedReduction,
        long revision) {}
