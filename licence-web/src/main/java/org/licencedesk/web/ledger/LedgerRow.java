package org.licencedesk.web.ledger;

import org.licencedesk.kernel.Wording;
import org.licencedesk.record.ledger.LedgerEntry;

/**
 * An entry of the ledger as a page shows it.
 *
 * @param what what happened
 * @param who who did it
 * @param acceptance the address of the acceptance that it tells of, inside the application; blank where it tells of none
 * @param reason the reason that somebody gave, or blank
 */
public record LedgerRow(LedgerEntry entry, Sentence what, String who, String acceptance, String reason) {

    /**
     * A sentence about a user, around the user's name.
     *
     * @param name the name; blank in a sentence about nobody
     * @param address the address of all entries about that user; blank in a sentence about nobody
     */
    public record Sentence(String before, String name, String after, String address) {

        /** @return the sentence, in which the name keeps its direction to itself (R43) */
        @Override
        public String toString() {
            return before + Wording.isolated(name) + after;
        }
    }
}
