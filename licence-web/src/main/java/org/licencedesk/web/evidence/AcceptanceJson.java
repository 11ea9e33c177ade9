package org.licencedesk.web.evidence;

import java.util.Optional;
import org.licencedesk.allowance.AcceptedIncrease;
import org.licencedesk.allowance.Quote;
import org.licencedesk.evidence.Evidence;
import org.licencedesk.evidence.Person;
import org.licencedesk.web.json.DueNowJson;
import org.licencedesk.web.json.MoneyJson;
import org.licencedesk.web.json.NextInvoiceJson;
import org.licencedesk.web.json.ReductionJson;
import org.licencedesk.web.json.TermsJson;

/** The proof of an increase, in the contract. */
record AcceptanceJson(
        String id,
        String at,
        String actor,
        Optional<PersonJson> person,
        String door,
        int raisedFrom,
        int raisedTo,
        Optional<MoneyJson> monthlyIncrease,
        DueNowJson dueNow,
        NextInvoiceJson nextInvoice,
        TermsJson terms,
        Optional<ReductionJson> endedReduction) {

    record PersonJson(String userId, String userName, String displayName) {

        static PersonJson of(Person person) {
            return new PersonJson(person.id().toString(), person.userName(), person.displayName());
        }
    }

    static AcceptanceJson of(Evidence evidence) {
        AcceptedIncrease increase = evidence.increase();
        Quote accepted = increase.accepted();
        return new AcceptanceJson(
                increase.id().toString(),
                increase.at().toString(),
                increase.actor(),
                evidence.person().map(PersonJson::of),
                increase.door().name(),
                increase.raisedFrom(),
                accepted.raiseTo(),
                MoneyJson.of(accepted.monthlyIncrease()),
                DueNowJson.of(accepted.dueNow()),
                NextInvoiceJson.of(accepted.nextInvoice()),
                TermsJson.of(accepted.terms()),
                ReductionJson.of(accepted.endsReduction()));
    }
}
