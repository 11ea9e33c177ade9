package org.licencedesk.web.json;

import java.util.Optional;
import org.licencedesk.seats.allowance.Quote;

/** What the rest of the running period costs, in the contract. */
public record DueNowJson(
        String from,
        String to,
        @Member(required = true, nullable = true) Optional<MoneyJson> amount) {

    /** @return the amount in this form */
    public static DueNowJson of(Quote.DueNow due) {
        return new DueNowJson(due.from().toString(), due.to().toString(), MoneyJson.of(due.amount()));
    }
}
