package org.licencedesk.messages.mail;

import org.licencedesk.platform.outbox.MessageState;

/** Where a mail is. */
public enum NoticeState {
    /** Not taken by the mail server yet, or there is none. */
    WAITING,
    /** Taken by the mail server. */
    SENT,
    /** Given up: there is nobody to get it, or it could not be sent for three days. */
    PARKED;

    static NoticeState of(MessageState state) {
        return state == MessageState.DELIVERED ? SENT : valueOf(state.name());
    }
}
