package org.licencedesk.web.json;

import java.util.Optional;
import org.licencedesk.seats.allowance.Quote;

/** The next invoice in the contract. */
public record NextInvoiceJson(
        String date,
        @Member(required = true, nullable = true) Optional<MoneyJson> amount) {

    /** @return the invoice in this form */
    public static NextInvoiceJson of(Quote.NextInvoice invoice) {
        return new NextInvoiceJson(invoice.date().toString(), MoneyJson.of(invoice.amount()));
    }
}
