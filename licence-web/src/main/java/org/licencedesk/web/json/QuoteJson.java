package org.licencedesk.web.json;

import java.util.Optional;
import org.licencedesk.seats.allowance.Quote;

/** A quote in the contract. */
public record QuoteJson(
        int raiseTo,
        int seats,
        Optional<MoneyJson> monthlyIncrease,
        DueNowJson dueNow,
        NextInvoiceJson nextInvoice,
        TermsJson terms,
        Optional<ReductionJson> endsReduction) {

    /** @return the quote in this form */
    public static QuoteJson of(Quote quote) {
        return new QuoteJson(
                quote.raiseTo(),
                quote.seats(),
                MoneyJson.of(quote.monthlyIncrease()),
                DueNowJson.of(quote.dueNow()),
                NextInvoiceJson.of(quote.nextInvoice()),
                TermsJson.of(quote.terms()),
                ReductionJson.of(quote.endsReduction()));
    }
}
