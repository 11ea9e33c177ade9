package org.licencedesk.messages.webhook;

/** Where a message to one address is. */
public enum DeliveryState {
    /** Not taken by the address yet. */
    WAITING,
    /** Taken by the address. */
    DELIVERED,
    /** Given up, until a System Admin sends it again. */
    PARKED
}
