package org.licencedesk.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the product tells what happens: by mail, and by webhooks.
 *
 * @param mail the mail server; without one mails are kept and shown
 * @param language in which mails are written: {@code en} or {@code de}
 * @param webhookAllowed the hosts that webhooks may reach although they are not public, divided by commas
 * @param webhookKey what the secrets of webhooks are derived from
 */
public record MessageSettings(
        Optional<Mail> mail, String language, Optional<String> webhookAllowed, Optional<String> webhookKey) {

    private static final String SMTP = "LICENCE_SMTP_";

    /**
     * The mail server.
     *
     * @param protection {@code starttls}, {@code tls} or {@code none}
     */
    public record Mail(String host, int port, String protection, String from, Optional<User> user) {}

    /** Who signs in at the mail server. */
    public record User(String name, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "User[" + name + "]";
        }
    }

    static MessageSettings from(Environment environment) {
        String language = environment.text("LICENCE_LANGUAGE").orElse("en");
        if (!Set.of("en", "de").contains(language)) {
            throw new SettingsException("LICENCE_LANGUAGE is wrong: en or de, not " + language);
        }
        return new MessageSettings(
                environment.text(SMTP + "HOST").map(host -> mail(host, environment)),
                language,
                environment.text("LICENCE_WEBHOOK_ALLOWED"),
                environment.secret("LICENCE_WEBHOOK_KEY", 32));
    }

    private static Mail mail(String host, Environment environment) {
        String protection = environment.text(SMTP + "TLS").orElse("starttls").toLowerCase(Locale.ROOT);
        int usual =
                switch (protection) {
                    case "starttls" -> 587;
                    case "tls" -> 465;
                    case "none" -> 25;
                    default ->
                        throw new SettingsException(SMTP + "TLS is wrong: starttls, tls or none, not " + protection);
                };
        String from = environment.mailAddress(SMTP + "FROM", "the address that mails come from");
        Optional<User> user = environment
                .text(SMTP + "USER")
                .map(name -> new User(
                        name,
                        environment
                                .secret(SMTP + "PASSWORD")
                                .orElseThrow(() ->
                                        Environment.missing(SMTP + "PASSWORD", "the password of LICENCE_SMTP_USER"))));
        return new Mail(host, environment.number(SMTP + "PORT", usual, 1, 65_535), protection, from, user);
    }

    /** Adds them as environment variables, every secret given itself. */
    void addTo(Map<String, String> variables) {
        variables.put("LICENCE_LANGUAGE", language);
        webhookAllowed.ifPresent(allowed -> variables.put("LICENCE_WEBHOOK_ALLOWED", allowed));
        webhookKey.ifPresent(key -> variables.put("LICENCE_WEBHOOK_KEY", key));
        mail.ifPresent(server -> {
            variables.put(SMTP + "HOST", server.host());
            variables.put(SMTP + "PORT", Integer.toString(server.port()));
            variables.put(SMTP + "TLS", server.protection());
            variables.put(SMTP + "FROM", server.from());
            server.user().ifPresent(user -> {
                variables.put(SMTP + "USER", user.name());
                variables.put(SMTP + "PASSWORD", user.password());
            });
        });
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "MessageSettings[" + mail + ", " + language + ", " + webhookAllowed + "]";
    }
}
