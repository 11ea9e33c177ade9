package org.licencedesk.web.notices;

import java.util.Optional;
import org.licencedesk.messages.mail.Notice;

/** A mail in the contract. */
record NoticeJson(
        String id,
        String kind,
        Optional<String> recipient,
        String subject,
        String text,
        String createdAt,
        String state,
        int attempts,
        Optional<String> parkedBecause) {

    static NoticeJson of(Notice notice) {
        return new NoticeJson(
                notice.id().toString(),
                notice.kind().name(),
                notice.recipient(),
                notice.subject(),
                notice.text(),
                notice.createdAt().toString(),
                notice.state().name(),
                notice.attempts(),
                notice.parkedBecause().map(Enum::name));
    }
}
