package org.licencedesk.record.evidence;

import java.util.Optional;
import org.licencedesk.kernel.UserId;

/**
 * Two places that should say the same and do not.
 *
 * @param what which of the things that are kept twice
 * @param user whom it concerns; empty for the allowance
 * @param userName what the user is called
 * @param expected what follows from the ledger or, for the allowance's counts, from the users
 * @param found what is stored
 */
public record Drift(What what, Optional<UserId> user, Optional<String> userName, String expected, String found) {

    /** What is kept twice. */
    public enum What {
        /** A user's status: ledger and user. */
        STATUS,
        /** A user's role: ledger and user. */
        ROLE,
        /** Whether a user was ever added, and deleted: ledger and user. */
        EXISTENCE,
        /** The maximum: last ledger entry and allowance row. */
        MAXIMUM,
        /** The occupied seats: last ledger entry, users and allowance row. */
        OCCUPIED,
        /** The occupied seats of locked users: users and allowance row. */
        LOCKED
    }
}
