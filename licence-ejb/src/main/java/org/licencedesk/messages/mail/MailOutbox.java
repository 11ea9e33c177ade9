package org.licencedesk.messages.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.platform.Settings;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.outbox.Outbox;
import org.licencedesk.platform.outbox.Outcome.Result;

/** Sends mails, one after the other until one fails. Without a mail server they wait and are shown. */
@ApplicationScoped
class MailOutbox extends Outbox<StoredMail, MailOutcome> {

    private static final Logger LOG = Logger.getLogger(MailOutbox.class.getName());

    private final AtomicBoolean failing = new AtomicBoolean();

    @Inject
    private MailAddresses addresses;

    @Inject
    private LinkMail linkMail;

    MailOutbox() {
        super(Job.MAILS, StoredMail.class, "id");
    }

    /** @param goesOn whether the mails of a further tenant may be begun */
    void send(BooleanSupplier goesOn) {
        if (MailServer.configured(Settings.ofProcess()).isPresent()) {
            sendInTurn(goesOn);
        }
    }

    /** Forgets mails of long ago, sent or not. @return whether there may be more */
    boolean forgetOld() {
        return forget("mail", true, Duration.ofDays(90));
    }

    @Override
    protected Supplier<MailOutcome> prepare(StoredMail mail, Instant now) {
        Notice notice = addresses.view(mail);
        if (notice.recipient().isEmpty()) {
            return () -> MailOutcome.pointless(ParkedReason.NOBODY);
        }
        if (notice.recipient().flatMap(EmailAddress::find).isEmpty()) {
            return () -> MailOutcome.pointless(ParkedReason.NO_ADDRESS);
        }
        Optional<Notice> ready = mail.kind().bringsLink()
                ? mail.user().flatMap(user -> linkMail.complete(notice, user, now))
                : Optional.of(notice);
        return () -> ready.map(this::send).orElseGet(() -> MailOutcome.pointless(ParkedReason.NO_LINK));
    }

    private MailOutcome send(Notice notice) {
        try {
            MailServer server = MailServer.configured(Settings.ofProcess()).orElseThrow();
            MailOutcome outcome = new MailSender(server).send(notice);
            failing.set(false);
            return outcome;
        } catch (MessagingException e) {
            // One line for each time that the server goes away.
            if (!failing.getAndSet(true)) {
                LOG.log(Level.WARNING, "Mails cannot be sent and wait: {0}", e.toString());
            }
            return new MailOutcome(Result.FAILED, Optional.empty());
        }
    }

    /** Of a person's one-time links, the one in a mail that the mail server took is now the latest. */
    @Override
    protected void noted(StoredMail mail, MailOutcome outcome, Instant now) {
        mail.noted(outcome);
        if (outcome.result() == Result.DELIVERED && mail.kind().bringsLink()) {
            mail.user().ifPresent(user -> linkMail.noteSent(mail.kind(), user, now));
        }
    }
}
