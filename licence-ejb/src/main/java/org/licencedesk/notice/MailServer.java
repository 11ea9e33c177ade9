package org.licencedesk.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.licencedesk.kernel.Settings;

/**
 * The mail server that the operator gave to the installation.
 *
 * @param from the address that mails come from
 * @param user empty where the server asks for none
 */
record MailServer(String host, int port, Protection protection, String from, Optional<User> user) {

    /** How what is sent is kept from others. */
    enum Protection {
        /** TLS is asked for after the connection, and needed. */
        STARTTLS(587),
        /** TLS from the first byte. */
        TLS(465),
        /** None; for a server on the same machine. */
        NONE(25);

        private final int port;

        Protection(int port) {
            this.port = port;
        }
    }

    /** Who signs in. */
    record User(String name, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "User[" + name + "]";
        }
    }

    private static final String CONNECTING = "10000";

    private static final String WAITING = "20000";

    /**
     * @return the configured server, if one is
     * @throws IllegalStateException if a setting is wrong; names it
     */
    static Optional<MailServer> configured(Settings settings) {
        return settings.find("licence.smtp.host").map(host -> {
            Protection protection = settings.find("licence.smtp.tls")
                    .map(MailServer::protection)
                    .orElse(Protection.STARTTLS);
            return new MailServer(
                    host,
                    settings.wholeNumber("licence.smtp.port"),
                    protection,
                    settings.get("licence.smtp.from"),
                    settings.find("licence.smtp.user")
                            .map(name -> new User(name, settings.get("licence.smtp.password"))));
        });
    }

    /** The same for Jakarta Mail. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.from", from);
        properties.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(protection == Protection.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(protection == Protection.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(protection == Protection.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", CONNECTING);
        properties.setProperty("mail.smtp.timeout", WAITING);
        properties.setProperty("mail.smtp.writetimeout", WAITING);
        return properties;
    }

    private static Protection protection(String word) {
        try {
            return Protection.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("LICENCE_SMTP_TLS must be starttls, tls or none", e);
        }
    }
}
