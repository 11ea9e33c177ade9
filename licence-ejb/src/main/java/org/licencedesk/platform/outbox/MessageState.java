package org.licencedesk.platform.outbox;

/** Where a message is. */
public enum MessageState {
    /** Not taken by the other side yet. */
    WAITING,
    /** Taken by the other side. */
    DELIVERED,
    /** Given up, unless somebody sends it again. */
    PARKED
}
