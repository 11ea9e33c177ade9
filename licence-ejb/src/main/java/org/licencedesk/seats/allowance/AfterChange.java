package org.licencedesk.seats.allowance;

import org.licencedesk.kernel.LedgerEvent;

/** Something that is done after each change of a tenant, in the transaction and under the lock of the change. */
public interface AfterChange {

    /** All that is done after a change, in the order in which it is done. */
    enum Step {
        /** The entry is written, and continues the chain (R38). */
        LEDGER,

        /** A new tenant's ledger is put on the list of those that are checked. */
        LEDGER_CHECKS,

        /** What the change costs is noted, and the billing system is told of it (R33). */
        BILLING,

        /** Whoever was deleted loses what they signed in with (R54). */
        CREDENTIALS,

        /** The tenant's endpoints are told (R34). */
        WEBHOOKS,

        /** Those who want to know are told if it became fuller or roomier; after the change itself (R10). */
        FILL_LEVEL
    }

    /** @return which of the steps this is */
    Step step();

    /** Does it. What it throws undoes the change. */
    void on(LedgerEvent event);
}
