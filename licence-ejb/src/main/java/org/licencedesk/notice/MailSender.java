package org.licencedesk.notice;

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
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.NameLookup;

/** Hands mails to the mail server. The same mail has the same Message-ID at each attempt. */
final class MailSender {

    private final MailServer server;

    private final Session session;

    MailSender(MailServer server) {
        this(server, MailServer.WHOLE);
    }

    /** @param whole how long it may take to hand over one mail */
    MailSender(MailServer server, Duration whole) {
        this.server = server;
        this.session = Session.getInstance(server.properties(whole), new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return server.user()
                        .map(user -> new PasswordAuthentication(user.name(), user.password()))
                        .orElse(null);
            }
        });
    }

    /**
     * @throws jakarta.mail.internet.AddressException if the recipient's address is none that mail knows
     * @throws MessagingException if the server did not take it
     */
    void send(Notice notice) throws MessagingException {
        String id =
                "<" + notice.id() + "@" + server.from().substring(server.from().indexOf('@') + 1) + ">";
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress(server.from(), true));
        mail.setRecipient(
                Message.RecipientType.TO, new InternetAddress(notice.recipient().orElseThrow(), true));
        mail.setSubject(notice.subject(), StandardCharsets.UTF_8.name());
        mail.setText(notice.text(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(notice.createdAt()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        requireKnownHost();
        Transport.send(mail);
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
