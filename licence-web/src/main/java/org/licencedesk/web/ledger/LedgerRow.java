package org.licencedesk.web.ledger;

import org.licencedesk.kernel.Reason;
import org.licencedesk.record.ledger.LedgerEntry;

/**
 * An entry of the ledger as a page shows it.
 *
 * @param what what happened
 * @param who who did it
 * @param acceptance the address of the acceptance that it tells of, inside the application; blank where it tells of none
 */
public record LedgerRow(LedgerEntry entry, Sentence what, String who, String acceptance) {

    /**
     * A sentence about a user, around the user's name.
     *
     * @param name the name; blank in a sentence about nobody
     * @param address the address of all entries about that user; blank in a sentence about nobody
     */
    public record Sentence(String before, String name, String after, String address) {

        @Override
        public String toString() {
            return before + name + after;
        }
    }

    /** @return the reason that was given, or blank */
    public String reason() {
        return entry.reason().map(Reason::text).orElse("");
    }
}
