package org.licencedesk.messages.mail;

/** A mail that no repetition would bring to its recipient. */
final class Undeliverable extends Exception {

    private final ParkedReason reason;

    Undeliverable(ParkedReason reason) {
        super(reason.name());
        this.reason = reason;
    }

    ParkedReason reason() {
        return reason;
    }
}
