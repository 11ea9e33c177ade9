package org.licencedesk.messages.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.platform.NameLookup;
import org.licencedesk.platform.outbox.Outcome.Result;

/**
 * Hands mails to the mail server. The same mail has the same Message-ID at each attempt. Everything but a local part
 * beyond ASCII goes out in ASCII: domains by IDNA 2008, header values by RFC 2047 (R44).
 */
final class MailSender {

    private final MailServer server;

    private final Duration whole;

    MailSender(MailServer server) {
        this(server, MailServer.CONVERSATION);
    }

    /** @param whole how long it may take to hand over one mail */
    MailSender(MailServer server, Duration whole) {
        this.server = server;
        this.whole = whole;
    }

    /**
     * @return that the server took it, or that it does not know such an address
     * @throws MessagingException if the server did not take it
     */
    MailOutcome send(Notice notice) throws MessagingException {
        EmailAddress to = notice.recipient().flatMap(EmailAddress::find).orElseThrow();
        boolean beyondAscii = !to.isAscii() || !server.from().isAscii();
        Session session = session(beyondAscii);
        requireKnownHost();
        try (Transport transport = session.getTransport()) {
            transport.connect();
            // The mail library narrows each letter to a byte otherwise: to the address of somebody else.
            if (beyondAscii && !offersSmtpUtf8(transport)) {
                return MailOutcome.pointless(ParkedReason.NEEDS_SMTPUTF8);
            }
            MimeMessage mail = mail(notice, to, session);
            mail.saveChanges();
            transport.sendMessage(mail, mail.getAllRecipients());
            return new MailOutcome(Result.DELIVERED, Optional.empty());
        }
    }

    private MimeMessage mail(Notice notice, EmailAddress to, Session session) throws MessagingException {
        String id = "<" + notice.id() + "@" + server.from().domain().ascii() + ">";
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(address(server.from()));
        mail.setRecipient(Message.RecipientType.TO, address(to));
        // The mail library encodes a line end only where it has letters to encode beside it.
        mail.setSubject(notice.subject().replaceAll("\\p{Cc}+", " "), StandardCharsets.UTF_8.name());
        mail.setText(notice.text(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(notice.createdAt()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private Session session(boolean beyondAscii) {
        Properties properties = server.properties(whole);
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(beyondAscii));
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return server.user()
                        .map(user -> new PasswordAuthentication(user.name(), user.password()))
                        .orElse(null);
            }
        });
    }

    /** Only the class behind the transport knows what the server answered to EHLO, and that class is the server's own. */
    private static boolean offersSmtpUtf8(Transport transport) {
        try {
            Object offered = transport
                    .getClass()
                    .getMethod("supportsExtension", String.class)
                    .invoke(transport, "SMTPUTF8");
            return Boolean.TRUE.equals(offered);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static InternetAddress address(EmailAddress address) {
        InternetAddress internet = new InternetAddress();
        internet.setAddress(address.onTheWire());
        return internet;
    }

    /** Jakarta Mail's own look-up, whose wait has no bound, then finds the answer that Java keeps. */
    private void requireKnownHost() throws MessagingException {
        try {
            NameLookup.addresses(server.host());
        } catch (UnknownHostException e) {
            throw new MessagingException("The mail server is not known: " + e.getMessage(), e);
        }
    }
}
