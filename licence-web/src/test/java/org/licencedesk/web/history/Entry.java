package org.licencedesk.web.history;

/**
 * One entry of the ledger.
 *
 * @param at the instant, as it is written
 * @param user the user that it is about, or blank
 * @param status the user's status after it, or blank
 * @param reason the reason that was given, or blank
 */
record Entry(
        long sequence,
        String at,
        String actor,
        String kind,
        String user,
        String status,
        String reason,
        Figures figures,
        String previousHash,
        String hash) {

    boolean is(String what) {
        return kind.equals(what);
    }

    /** @return whether it was written with the other one, in one transaction: the clock is read once in each */
    boolean isWith(Entry other) {
        return actor.equals(other.actor) && at.equals(other.at);
    }
}
