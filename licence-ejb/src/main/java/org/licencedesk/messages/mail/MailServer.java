package org.licencedesk.messages.mail;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.licencedesk.kernel.DomainName;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.platform.Settings;

/**
 * The mail server that the operator gave to the installation.
 *
 * @param from the address that mails come from
 * @param user empty where the server asks for none
 */
record MailServer(String host, int port, Protection protection, EmailAddress from, Optional<User> user) {

    /** How what is sent is kept from others. */
    enum Protection {
        /** TLS is asked for after the connection, and needed. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** None; for a server on the same machine. */
        NONE
    }

    /** Who signs in. */
    record User(String name, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "User[" + name + "]";
        }
    }

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private static final Duration WAITING = Duration.ofSeconds(10);

    /** How long it may take to hand over one mail. */
    static final Duration CONVERSATION = Duration.ofSeconds(30);

    /**
     * @return the configured server, if one is
     * @throws IllegalStateException if a setting is wrong; names it
     */
    static Optional<MailServer> configured(Settings settings) {
        return settings.find("licence.smtp.host").map(host -> {
            Protection protection =
                    Protection.valueOf(settings.get("licence.smtp.tls").toUpperCase(Locale.ROOT));
            return new MailServer(
                    host(host),
                    settings.wholeNumber("licence.smtp.port"),
                    protection,
                    from(settings.get("licence.smtp.from")),
                    settings.find("licence.smtp.user")
                            .map(name -> new User(name, settings.get("licence.smtp.password"))));
        });
    }

    /**
     * The same for Jakarta Mail.
     *
     * @param whole how long it may take to hand over one mail
     */
    Properties properties(Duration whole) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.from", from.onTheWire());
        properties.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(protection == Protection.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(protection == Protection.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(protection == Protection.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", Long.toString(CONNECTING.toMillis()));
        properties.setProperty("mail.smtp.timeout", Long.toString(WAITING.toMillis()));
        properties.setProperty("mail.smtp.writetimeout", Long.toString(WAITING.toMillis()));
        // With TLS, too, it is asked for a plain socket first, which Jakarta Mail then puts TLS around.
        String sockets = protection == Protection.TLS ? "mail.smtp.ssl.socketFactory" : "mail.smtp.socketFactory";
        properties.put(sockets, new DeadlineSockets(whole, WAITING));
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        return properties;
    }

    /** Names and addresses in ASCII are taken as they are; the JDK knows IDNA 2003 only, to which {@code ß} is {@code ss}. */
    private static String host(String typed) {
        return typed.chars().allMatch(c -> c < 0x80)
                ? typed
                : DomainName.find(typed)
                        .map(DomainName::ascii)
                        .orElseThrow(() -> new IllegalStateException("LICENCE_SMTP_HOST is not the name of a host"));
    }

    private static EmailAddress from(String typed) {
        return EmailAddress.find(typed)
                .orElseThrow(() -> new IllegalStateException("LICENCE_SMTP_FROM is not a mail address"));
    }
}
