package org.licencedesk.web.json;

import java.util.Optional;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Quote;

/**
 * A consent in the contract: the quote as received, with all its members, and whether the terms are accepted. Quotes did
 * not always say which reduction they end, so that member may be left out: then it ends none.
 */
public record ConsentJson(
        int raiseTo,
        int seats,
        @Member(required = true, nullable = true) Optional<MoneyJson> monthlyIncrease,
        DueNowJson dueNow,
        NextInvoiceJson nextInvoice,
        TermsJson terms,
        @Member(nullable = true) Optional<ReductionJson> endsReduction,
        Optional<Boolean> termsAccepted) {

    /**
     * @return the consent
     * @throws InvalidRequest if a member cannot be what it says
     */
    public Consent consent() {
        Body.atLeast("raiseTo", raiseTo, 0);
        Body.atLeast("seats", seats, 0);
        return new Consent(
                new Quote(
                        raiseTo,
                        seats,
                        Body.member("monthlyIncrease", () -> monthlyIncrease.map(MoneyJson::money)),
                        Body.member(
                                "dueNow",
                                () -> new Quote.DueNow(
                                        Body.date("from", dueNow.from()),
                                        Body.date("to", dueNow.to()),
                                        Body.member(
                                                "amount", () -> dueNow.amount().map(MoneyJson::money)))),
                        Body.member(
                                "nextInvoice",
                                () -> new Quote.NextInvoice(
                                        Body.date("date", nextInvoice.date()), Body.member("amount", () -> nextInvoice
                                                .amount()
                                                .map(MoneyJson::money)))),
                        Body.member("terms", terms::reference),
                        Body.member("endsReduction", () -> endsReduction.map(ReductionJson::reduction))),
                termsAccepted.orElse(false));
    }
}
