package org.licencedesk.notice;

import java.util.Locale;

/** What a mail tells. */
public enum NoticeKind {
    /** An allowance was raised (R10). */
    ALLOWANCE_RAISED,
    /** Seats have become scarce. */
    LEVEL_REACHED,
    /** There is room again. */
    LEVEL_RESOLVED,
    /** An address of a webhook said that it is gone. */
    WEBHOOK_STOPPED;

    /** Where its texts are in the bundle. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
