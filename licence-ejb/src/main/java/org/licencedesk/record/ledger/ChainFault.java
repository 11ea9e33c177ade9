package org.licencedesk.record.ledger;

/**
 * The first place at which a ledger is not what was written.
 *
 * @param sequence the number of the entry
 * @param kind what is wrong there
 */
public record ChainFault(long sequence, Kind kind) {

    /** What can be wrong with an entry. */
    public enum Kind {
        /** It does not say what it said. */
        ALTERED,
        /** It is missing. */
        REMOVED,
        /** It was not there. */
        INSERTED,
        /** It has changed places with another. */
        SWAPPED,
        /** It is as it was written, but its figures or its instant do not follow from the entries before. */
        INCONSISTENT
    }
}
