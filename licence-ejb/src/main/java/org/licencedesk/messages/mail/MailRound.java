package org.licencedesk.messages.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.Contention;
import org.licencedesk.platform.Settings;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.jobs.Jobs;

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

    @Inject
    private Jobs jobs;

    void send() {
        MailServer.configured(Settings.ofProcess()).map(MailSender::new).ifPresent(this::sendBy);
    }

    void sendBy(MailSender sender) {
        for (UUID id : queue.due(time.now(), AT_A_TIME)) {
            if (!sendNext(id, sender)) {
                return;
            }
        }
    }

    /** A mail that cannot be read or made ready keeps no other one waiting. */
    private boolean sendNext(UUID id, MailSender sender) {
        try {
            return Contention.retrying(() -> queue.claim(id, time.now()))
                    .map(notice -> send(notice, sender))
                    .orElse(true);
        } catch (RuntimeException e) {
            if (Contention.isConnectionLost(e)) {
                throw e;
            }
            jobs.tell(Job.MAILS, e);
            queue.postpone(id, time.now());
            return true;
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
