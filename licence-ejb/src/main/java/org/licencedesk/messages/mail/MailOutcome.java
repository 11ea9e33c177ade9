package org.licencedesk.messages.mail;

import java.util.Optional;
import org.licencedesk.platform.outbox.Outcome;

/**
 * What came of a mail.
 *
 * @param reason why it can never be sent, if it cannot
 */
record MailOutcome(Result result, Optional<ParkedReason> reason) implements Outcome {

    static MailOutcome pointless(ParkedReason reason) {
        return new MailOutcome(Result.POINTLESS, Optional.of(reason));
    }
}
