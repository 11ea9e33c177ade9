package org.licencedesk.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.allowance.Quote;
import org.licencedesk.kernel.Money;

/**
 * What the vendor's billing system is told. Each event says how things stand after it, and nothing by how much they
 * changed: whoever keeps the one with the highest number, and each closed invoice by its date, is right, however late
 * or often the events come.
 *
 * @param sequence gap-free in the tenant, from 1
 * @param maximum the maximum
 * @param nextInvoice the next invoice as it will be, if nothing else changes
 * @param closed the invoice that was closed, if that is what happened
 */
public record BillingEvent(
        long sequence, Instant at, Kind kind, int maximum, Quote.NextInvoice nextInvoice, Optional<Closed> closed) {

    /** What happened. */
    public enum Kind {
        MAXIMUM_CHANGED,
        PRICE_CHANGED,
        INVOICE_CLOSED
    }

    /**
     * A closed invoice.
     *
     * @param total what it comes to; empty if set by the account manager
     */
    public record Closed(LocalDate date, Optional<Money> total) {}
}
