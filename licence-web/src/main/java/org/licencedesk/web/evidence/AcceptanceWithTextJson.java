package org.licencedesk.web.evidence;

import java.util.Optional;
import org.licencedesk.record.evidence.EvidenceText;
import org.licencedesk.web.json.DueNowJson;
import org.licencedesk.web.json.MoneyJson;
import org.licencedesk.web.json.NextInvoiceJson;
import org.licencedesk.web.json.ReductionJson;
import org.licencedesk.web.json.TermsJson;

/** The proof of an increase with the text that was accepted, in the contract. */
record AcceptanceWithTextJson(
        String id,
        String at,
        String actor,
        Optional<AcceptanceJson.PersonJson> person,
        String door,
        int raisedFrom,
        int raisedTo,
        Optional<MoneyJson> monthlyIncrease,
        DueNowJson dueNow,
        NextInvoiceJson nextInvoice,
        TermsJson terms,
        Optional<ReductionJson> endedReduction,
        Optional<AcceptanceJson.ShownJson> shown,
        String text,
        boolean textMatchesDigest) {

    static AcceptanceWithTextJson of(EvidenceText evidence) {
        AcceptanceJson plain = AcceptanceJson.of(evidence.evidence());
        return new AcceptanceWithTextJson(
                plain.id(),
                plain.at(),
                plain.actor(),
                plain.person(),
                plain.door(),
                plain.raisedFrom(),
                plain.raisedTo(),
                plain.monthlyIncrease(),
                plain.dueNow(),
                plain.nextInvoice(),
                plain.terms(),
                plain.endedReduction(),
                plain.shown(),
                evidence.text(),
                evidence.textMatches());
    }
}
