package org.licencedesk.web.allowance;

import java.util.Optional;
import org.licencedesk.seats.allowance.AllowanceState;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.web.json.ContactJson;
import org.licencedesk.web.json.MoneyJson;
import org.licencedesk.web.json.NextInvoiceJson;
import org.licencedesk.web.json.ReductionJson;
import org.licencedesk.web.json.TermsJson;

/** The allowance in the contract. */
record AllowanceJson(
        int maximum,
        int occupied,
        int available,
        int overBy,
        int locked,
        Optional<MoneyJson> pricePerSeat,
        NextInvoiceJson nextInvoice,
        Optional<TermsJson> terms,
        ContactJson accountManager,
        Optional<ReductionJson> agreedReduction) {

    static AllowanceJson of(AllowanceState state) {
        Figures figures = state.figures();
        return new AllowanceJson(
                figures.maximum(),
                figures.occupied(),
                figures.available(),
                figures.overBy(),
                state.locked(),
                MoneyJson.of(state.pricePerSeat()),
                NextInvoiceJson.of(state.nextInvoice()),
                state.terms().map(TermsJson::of),
                ContactJson.of(state.accountManager()),
                ReductionJson.of(state.agreedReduction()));
    }
}
