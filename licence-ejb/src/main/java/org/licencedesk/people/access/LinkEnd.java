package org.licencedesk.people.access;

/** Why a one-time link cannot be used. */
public enum LinkEnd {
    /** There is no such link, or it ended so long ago that it is forgotten. */
    UNKNOWN,
    /** The password was set by it. */
    USED,
    /** A later link came in its place. */
    REPLACED,
    /** The password was set by another link. */
    PASSWORD_SET,
    /** It was not used in 72 hours. */
    EXPIRED,
    /** Its owner cannot sign in now, but may again (R21). */
    CANNOT_SIGN_IN
}
