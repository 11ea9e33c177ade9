package org.licencedesk.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.licencedesk.kernel.Contention;
import org.licencedesk.kernel.Settings;
import org.licencedesk.kernel.TimeSource;

/** Sends the mails that are due, one after the other, until one fails. Without a mail server they wait and are shown. */
@ApplicationScoped
class MailRound {

    private static final Logger LOG = Logger.getLogger(MailRound.class.getName());

    private static final int AT_A_TIME = 50;

    private final AtomicBoolean failing = new AtomicBoolean();

    @Inject
    private MailQueue queue;

    @Inject
    private TimeSource time;

    void send() {
        MailServer.configured(Settings.ofProcess()).map(MailSender::new).ifPresent(this::sendBy);
    }

    void sendBy(MailSender sender) {
        for (UUID id : queue.due(time.now(), AT_A_TIME)) {
            Optional<Notice> claimed = Contention.retrying(() -> queue.claim(id, time.now()));
            if (claimed.isPresent() && !send(claimed.get(), sender)) {
                return;
            }
        }
    }

    /** @return whether it is of use to go on with others */
    private boolean send(Notice notice, MailSender sender) {
        try {
            sender.send(notice);
            queue.noteSent(notice.id(), time.now());
            failing.set(false);
            return true;
        } catch (Undeliverable e) {
            queue.notePointless(notice.id(), e.reason());
            return true;
        } catch (MessagingException e) {
            queue.noteFailed(notice.id(), time.now());
            tellOnce(e);
            return false;
        }
    }

    /** One line for each time that the server goes away. */
    private void tellOnce(MessagingException failure) {
        if (!failing.getAndSet(true)) {
            LOG.log(Level.WARNING, "Mails cannot be sent and wait: {0}", failure.toString());
        }
    }
}
