package org.licencedesk.messages.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail as it is kept.
 *
 * @param recipient the mail address; empty where the user who was to get it has none any more
 * @param parkedBecause why it was given up; empty for one that was not, or was so before reasons were kept
 */
public record Notice(
        UUID id,
        NoticeKind kind,
        Optional<String> recipient,
        String subject,
        String text,
        Instant createdAt,
        NoticeState state,
        int attempts,
        Optional<ParkedReason> parkedBecause) {

    /** Stands for the one-time link in what is stored and shown. */
    static final String LINK = "(***)";

    /** The mail as its recipient gets it. */
    Notice withLink(String link) {
        return withText(text.replace(LINK, link));
    }

    /** The same mail with another text. */
    Notice withText(String other) {
        return new Notice(id, kind, recipient, subject, other, createdAt, state, attempts, parkedBecause);
    }
}
