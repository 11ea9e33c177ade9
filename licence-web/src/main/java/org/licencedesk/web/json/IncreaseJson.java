package org.licencedesk.web.json;

import java.util.Optional;
import org.licencedesk.kernel.Door;
import org.licencedesk.seats.allowance.AcceptedIncrease;
import org.licencedesk.seats.allowance.Quote;

/** What an accepted increase raised, and what is charged for it, in the contract. */
public record IncreaseJson(
        Door door,
        int raisedFrom,
        int raisedTo,
        Optional<MoneyJson> monthlyIncrease,
        DueNowJson dueNow,
        NextInvoiceJson nextInvoice,
        TermsJson terms,
        Optional<ReductionJson> endedReduction) {

    /** @return the increase in this form */
    public static IncreaseJson of(AcceptedIncrease increase) {
        Quote charged = increase.charged();
        return new IncreaseJson(
                increase.door(),
                increase.raisedFrom(),
                charged.raiseTo(),
                MoneyJson.of(charged.monthlyIncrease()),
                DueNowJson.of(charged.dueNow()),
                NextInvoiceJson.of(charged.nextInvoice()),
                TermsJson.of(charged.terms()),
                ReductionJson.of(charged.endsReduction()));
    }
}
