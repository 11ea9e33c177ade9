package org.licencedesk.web.history;

/** What is wrong with a history. */
record Violation(Kind kind, String what) {

    /** In which way it is wrong. */
    enum Kind {
        /** Sequence, hash or instant of an entry do not follow from the one before. */
        CHAIN,
        /** An entry's figures are not those of the replay. */
        WRONG_FIGURES,
        /** An entry cannot follow from what was before: a user who is there is added, a seat that is held is taken. */
        IMPOSSIBLE,
        /** A seat was taken that there was not. */
        OVERSOLD,
        /** More or fewer seats were bought than were missing, or without consent. */
        WRONG_INCREASE,
        /** An entry that nobody asked for. */
        UNASKED,
        /** One call was done twice. */
        TWICE,
        /** A call was done in part. */
        PARTIAL,
        /** It was answered as done, and is not in the ledger. */
        LOST,
        /** It was refused, and is in the ledger. */
        DONE_THOUGH_REFUSED,
        /** Something stands before what was answered before it began. */
        ORDER,
        /** The figures in an answer are not those at its place. */
        WRONG_ANSWER,
        /** A refusal whose reason was true at no instant of the call. */
        FALSE_REFUSAL,
        /** What was read was true at no instant of the call. */
        STALE_READ,
        /** An answer that the contract does not know. */
        UNDOCUMENTED,
        /** The tables do not say what the ledger says. */
        TABLES
    }
}
