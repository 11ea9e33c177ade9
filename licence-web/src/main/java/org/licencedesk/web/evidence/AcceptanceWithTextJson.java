package org.licencedesk.web.evidence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.licencedesk.record.evidence.EvidenceText;

/** The proof of an increase with the text that was accepted, in the contract. */
record AcceptanceWithTextJson(@JsonUnwrapped AcceptanceJson acceptance, String text, boolean textMatchesDigest) {

    static AcceptanceWithTextJson of(EvidenceText evidence) {
        return new AcceptanceWithTextJson(
                AcceptanceJson.of(evidence.evidence()), evidence.text(), evidence.textMatches());
    }
}
