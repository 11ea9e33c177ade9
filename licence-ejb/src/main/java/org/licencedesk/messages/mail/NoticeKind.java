package org.licencedesk.messages.mail;

import java.util.Locale;
import org.licencedesk.seats.request.RequestState;

/** What a mail tells. */
public enum NoticeKind {
    /** An allowance was raised (R10). */
    ALLOWANCE_RAISED,
    /** Seats have become scarce. */
    LEVEL_REACHED,
    /** There is room again. */
    LEVEL_RESOLVED,
    /** An address of a webhook said that it is gone. */
    WEBHOOK_STOPPED,
    /** A reduction is asked for (R30). */
    REQUEST_OPEN,
    /** The account manager offers another reduction. */
    REQUEST_COUNTERED,
    /** The account manager proposes a reduction, unasked. */
    REQUEST_PROPOSED,
    /** A reduction is agreed. */
    REQUEST_ACCEPTED,
    /** One side did not agree. */
    REQUEST_DECLINED,
    /** The System Admin took a request back. */
    REQUEST_WITHDRAWN,
    /** An increase or a correction ended an agreed reduction. */
    REQUEST_SUPERSEDED,
    /** The maximum was lowered on the date. */
    REQUEST_APPLIED,
    /** Too many seats were occupied on the date, and the maximum stayed. */
    REQUEST_NOT_APPLIED,
    /** Somebody asked for a new password at the sign-in page. */
    PASSWORD_FORGOTTEN,
    /** A System Admin sends a user their one-time link. */
    SIGN_IN_LINK;

    /** The kind of mail that tells of such a state. */
    static NoticeKind of(RequestState state) {
        return valueOf("REQUEST_" + state);
    }

    /** @return whether a one-time link is put into it when it is sent */
    boolean bringsLink() {
        return this == PASSWORD_FORGOTTEN || this == SIGN_IN_LINK;
    }

    /** Where its texts are in the bundle. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
