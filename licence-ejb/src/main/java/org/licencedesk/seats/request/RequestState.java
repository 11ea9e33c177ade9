package org.licencedesk.seats.request;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How far a reduction request has come (R30). */
public enum RequestState {
    /** It waits for the account manager. */
    OPEN,
    /** The account manager offered something else, or proposed it unasked; it waits for the System Admin. */
    COUNTERED,
    /** Both agree; it waits for its date. */
    ACCEPTED,
    /** One of the two did not agree. */
    DECLINED,
    /** The System Admin took it back before its date. */
    WITHDRAWN,
    /** A confirmed increase, or a correction as low, came before its date. */
    SUPERSEDED,
    /** The maximum was lowered on its date. */
    APPLIED,
    /** On its date more seats were occupied than it would have left; the maximum stayed. */
    NOT_APPLIED;

    /** The states of a request of which something can still come; a tenant has one such request at most. */
    public static final Set<RequestState> OF_OPEN_ONES =
            Collections.unmodifiableSet(EnumSet.of(OPEN, COUNTERED, ACCEPTED));

    /** @return whether something can still come of it */
    public boolean isOpen() {
        return OF_OPEN_ONES.contains(this);
    }
}
