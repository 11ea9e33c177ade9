package org.licencedesk.notice;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Hands mails to the mail server. The same mail has the same Message-ID at each attempt. */
final class MailSender {

    private final MailServer server;

    private final Session session;

    MailSender(MailServer server) {
        this.server = server;
        this.session = Session.getInstance(server.properties(), new Authenticator() {
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
        Transport.send(mail);
    }
}
