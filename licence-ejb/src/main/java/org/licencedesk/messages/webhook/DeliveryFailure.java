package org.licencedesk.messages.webhook;

/** Why an address did not take a message. */
public enum DeliveryFailure {
    /** It answered, but with another status than 200 to 299. */
    REFUSED,
    /** It did not answer in time. */
    NO_ANSWER,
    /** There was no connection to it, or none that is secure. */
    UNREACHABLE,
    /** Its name leads to an address that is not allowed. */
    NOT_ALLOWED,
    /** It answered 410 Gone: it is stopped, and gets no more messages. */
    STOPPED
}
