package org.licencedesk.people.access;

/** Where a one-time link comes from. */
public enum LinkOrigin {
    /** Somebody who manages the account made it; earlier links of the account end. */
    HANDED_OVER,
    /** Anybody may have asked for it at the sign-in page; only earlier ones of that kind end. */
    FORGOTTEN
}
