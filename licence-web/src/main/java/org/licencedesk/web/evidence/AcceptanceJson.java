package org.licencedesk.web.evidence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.licencedesk.record.evidence.Evidence;
import org.licencedesk.record.evidence.Person;
import org.licencedesk.seats.allowance.AcceptedIncrease;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.web.json.DueNowJson;
import org.licencedesk.web.json.IncreaseJson;
import org.licencedesk.web.json.NextInvoiceJson;
import org.licencedesk.web.json.TermsJson;

/** The proof of an increase, in the contract. */
record AcceptanceJson(
        String id,
        String at,
        String actor,
        Optional<PersonJson> person,
        @JsonUnwrapped IncreaseJson increase,
        Optional<ShownJson> shown) {

    record PersonJson(String userId, String userName, String displayName) {

        static PersonJson of(Person person) {
            return new PersonJson(person.id().toString(), person.userName(), person.displayName());
        }
    }

    /** What whoever accepted had seen, where it may be another thing than what is charged. */
    record ShownJson(DueNowJson dueNow, NextInvoiceJson nextInvoice, TermsJson terms) {

        static ShownJson of(Quote shown) {
            return new ShownJson(
                    DueNowJson.of(shown.dueNow()),
                    NextInvoiceJson.of(shown.nextInvoice()),
                    TermsJson.of(shown.terms()));
        }
    }

    static AcceptanceJson of(Evidence evidence) {
        AcceptedIncrease increase = evidence.increase();
        return new AcceptanceJson(
                increase.id().toString(),
                increase.at().toString(),
                increase.actor(),
                evidence.person().map(PersonJson::of),
                IncreaseJson.of(increase),
                increase.shown().map(ShownJson::of));
    }
}
