package org.licencedesk.messages.mail;

/** Why a mail was given up. */
public enum ParkedReason {
    /** Whoever was to get it is not there any more, gets no notifications, or is not configured. */
    NOBODY,
    /** It was to bring a one-time link, and its recipient cannot sign in. */
    NO_LINK,
    /** The address has not the form of a mail address (R44). */
    NO_ADDRESS,
    /** The address, or the installation's own, has letters beyond ASCII, and the mail server does not know SMTPUTF8 (R44). */
    NEEDS_SMTPUTF8,
    /** The mail server did not take it for so long that it is of no use any more. */
    NOT_TAKEN
}
