package org.licencedesk.seats.allowance;

/** What a correction does to what was charged for the rest of the running period. */
public enum Settlement {
    /** Nothing: the corrected maximum counts from the next invoice on. */
    NONE,
    /** The seats more are charged from the day of the correction on, as those of an increase are. */
    BILLED,
    /** What was charged for the seats fewer is given back from the day of the correction on. */
    CREDITED
}
