package org.licencedesk.web.allowance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.licencedesk.seats.allowance.AllowanceState;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.web.json.FiguresJson;
import org.licencedesk.web.json.MoneyJson;
import org.licencedesk.web.json.NextInvoiceJson;
import org.licencedesk.web.json.ReductionJson;
import org.licencedesk.web.json.TermsJson;

/** The allowance in the contract. */
record AllowanceJson(
        @JsonUnwrapped FiguresJson figures,
        int locked,
        Optional<MoneyJson> pricePerSeat,
        NextInvoiceJson nextInvoice,
        Optional<TermsJson> terms,
        Contact accountManager,
        Optional<ReductionJson> agreedReduction) {

    static AllowanceJson of(AllowanceState state) {
        return new AllowanceJson(
                FiguresJson.of(state.figures()),
                state.locked(),
                MoneyJson.of(state.pricePerSeat()),
                NextInvoiceJson.of(state.nextInvoice()),
                state.terms().map(TermsJson::of),
                state.accountManager(),
                ReductionJson.of(state.agreedReduction()));
    }
}
