package org.licencedesk.record.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.allowance.Quote;

/**
 * What the vendor's billing system is told. Each event says how things stand after it, and nothing by how much they
 * changed: whoever keeps the one with the highest number, each closed invoice by its date and each document that corrects
 * one by its number, is right, however late or often the events come.
 *
 * @param sequence gap-free in the tenant, from 1
 * @param maximum the maximum
 * @param nextInvoice the next invoice as it will be, if nothing else changes
 * @param closed the invoice that was closed, or the document that corrects one, if that is what happened
 */
public record BillingEvent(
        long sequence, Instant at, Kind kind, int maximum, Quote.NextInvoice nextInvoice, Optional<Closed> closed) {

    /** What happened. */
    public enum Kind {
        MAXIMUM_CHANGED,
        PRICE_CHANGED,
        /** The next invoice will be another one, for a reason that changed neither maximum nor price. */
        FORECAST_CHANGED,
        INVOICE_CLOSED,
        /** A closed invoice is followed by a document that corrects it (R58). */
        INVOICE_CORRECTED
    }

    /**
     * A closed invoice, or a document that corrects one.
     *
     * @param number gap-free among the tenant's documents, from 1
     * @param date its own date
     * @param corrects the date of the invoice that it corrects; empty for an invoice
     * @param total what it comes to; empty if set by the account manager
     */
    public record Closed(int number, LocalDate date, Optional<LocalDate> corrects, Optional<Money> total) {

        static Closed of(ClosedInvoice document) {
            return new Closed(
                    document.number(),
                    document.invoice().date(),
                    document.corrects(),
                    document.invoice().total());
        }
    }
}
