package org.licencedesk.kernel;

import java.util.Arrays;
import java.util.Optional;

/** What a ledger entry tells (R38). */
public enum EntryKind {
    TENANT_CREATED,
    USER_ADDED,
    /** A role or a user name changed, or a status in a way that moved no seat. */
    USER_CHANGED,
    USER_DELETED,
    SEAT_TAKEN,
    SEAT_RELEASED,
    ALLOWANCE_RAISED,
    ALLOWANCE_REDUCED,
    ALLOWANCE_CORRECTED,
    TERMS_ACCEPTED;

    /** @return the kind of that name; none for a name that somebody else has written into the ledger */
    public static Optional<EntryKind> find(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** @return whether it tells of a new maximum */
    public boolean changesMaximum() {
        return this == TENANT_CREATED
                || this == ALLOWANCE_RAISED
                || this == ALLOWANCE_REDUCED
                || this == ALLOWANCE_CORRECTED;
    }

    /** @return how many seats more are occupied after it: 1, 0 or -1 */
    public int seatsTaken() {
        return switch (this) {
            case SEAT_TAKEN -> 1;
            case SEAT_RELEASED -> -1;
            default -> 0;
        };
    }
}
