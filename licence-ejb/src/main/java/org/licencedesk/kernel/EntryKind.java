package org.licencedesk.kernel;

/** What a ledger entry tells (R38). */
public enum EntryKind {
    TENANT_CREATED,
    USER_ADDED,
    /** A role changed, or a status in a way that moved no seat. */
    USER_CHANGED,
    USER_DELETED,
    SEAT_TAKEN,
    SEAT_RELEASED,
    ALLOWANCE_RAISED,
    ALLOWANCE_REDUCED,
    ALLOWANCE_CORRECTED,
    TERMS_ACCEPTED
}
