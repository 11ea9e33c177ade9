package org.licencedesk.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set from outside, read from environment variables and checked.
 *
 * @param publicUrl the address under which people reach the product, where it is not the one it listens on
 * @param trustedProxies how many proxies of the operator's stand before the server, where it is not as many as the public
 *     address lets think: one with it, else none
 * @param exposure what the outside is told
 * @param operatorToken the token of the Operator (R2); whoever has it creates systems
 * @param setupCode the one-time code that opens a new installation (R28)
 * @param accountManager who is shown as account manager where a system has none of its own (R2)
 * @param seatCeiling the most seats that an increase may reach (R7)
 * @param sparedDays for how many days nobody is offered the licence of somebody who was added or enabled
 * @param apiRate the most requests that a token may make in a second
 * @param messages how the product tells what happens
 */
public record Settings(
        Database database,
        Http http,
        Optional<URI> publicUrl,
        OptionalInt trustedProxies,
        Exposure exposure,
        Optional<String> operatorToken,
        Optional<String> setupCode,
        Optional<Contact> accountManager,
        int seatCeiling,
        int sparedDays,
        int apiRate,
        MessageSettings messages) {

    /** The environment variables that are read. Each that holds a secret may be given as {@code NAME_FILE} instead. */
    public static final Set<String> NAMES = Set.of(
            "LICENCE_DB_URL",
            "LICENCE_DB_USER",
            "LICENCE_DB_PASSWORD",
            "LICENCE_DB_POOL_SIZE",
            "LICENCE_HTTP_PORT",
            "LICENCE_HTTP_ADDRESS",
            "LICENCE_PUBLIC_URL",
            "LICENCE_TRUSTED_PROXIES",
            "LICENCE_HSTS_SUBDOMAINS",
            "LICENCE_METRICS_OPEN",
            "LICENCE_OPERATOR_TOKEN",
            "LICENCE_SETUP_CODE",
            "LICENCE_ACCOUNT_MANAGER_NAME",
            "LICENCE_ACCOUNT_MANAGER_EMAIL",
            "LICENCE_ACCOUNT_MANAGER_PHONE",
            "LICENCE_SEAT_CEILING",
            "LICENCE_SPARED_DAYS",
            "LICENCE_API_RATE",
            "LICENCE_SMTP_HOST",
            "LICENCE_SMTP_PORT",
            "LICENCE_SMTP_TLS",
            "LICENCE_SMTP_FROM",
            "LICENCE_SMTP_USER",
            "LICENCE_SMTP_PASSWORD",
            "LICENCE_LANGUAGE",
            "LICENCE_WEBHOOK_ALLOWED",
            "LICENCE_WEBHOOK_KEY");

    /**
     * The MariaDB to use.
     *
     * @param url a JDBC address that starts with {@code jdbc:mariadb://}, or with {@code jdbc:mariadb:sequential://} where it
     *     names several servers, divided by commas; the first that takes changes is used. It names a database
     * @param poolSize the greatest number of connections
     */
    public record Database(String url, String user, String password, int poolSize) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Database[" + url + ", " + user + ", " + poolSize + "]";
        }
    }

    /** Where to listen: a port from 1 to 65535, and an address of this machine ({@code 0.0.0.0} for all). */
    public record Http(int port, String address) {}

    /**
     * What the outside is told.
     *
     * @param hstsSubDomains whether browsers are to use TLS for all hosts below that of an https address, too
     * @param metricsOpen whether anybody may read {@code /metrics}
     */
    public record Exposure(boolean hstsSubDomains, boolean metricsOpen) {}

    /** Name, mail and phone of a person. */
    public record Contact(String name, String email, String phone) {}

    /** As {@link #from(UnaryOperator)}, from environment variables. */
    public static Settings from(Map<String, String> variables) {
        return from(variables::get);
    }

    /**
     * Reads the settings; each that holds a secret may also be given as {@code NAME_FILE}, the path of a file, but not in
     * both ways.
     *
     * @param variables answers {@code null} to a name that is not set
     * @throws SettingsException naming the first that is missing or wrong
     */
    public static Settings from(UnaryOperator<@Nullable String> variables) {
        Environment environment = new Environment(variables);
        return new Settings(
                database(environment),
                new Http(environment.number("LICENCE_HTTP_PORT", 8080, 1, 65_535), address(environment)),
                environment.webAddress("LICENCE_PUBLIC_URL"),
                trustedProxies(environment),
                new Exposure(environment.truth("LICENCE_HSTS_SUBDOMAINS"), environment.truth("LICENCE_METRICS_OPEN")),
                environment.secret("LICENCE_OPERATOR_TOKEN", 16),
                environment.secret("LICENCE_SETUP_CODE", 8),
                accountManager(environment),
                environment.number("LICENCE_SEAT_CEILING", 1_000_000, 1, Integer.MAX_VALUE),
                environment.number("LICENCE_SPARED_DAYS", 14, 0, 365),
                environment.number("LICENCE_API_RATE", 1_000, 1, 1_000_000),
                MessageSettings.from(environment));
    }

    private static Database database(Environment environment) {
        String url = environment.required(
                "LICENCE_DB_URL", "the JDBC address of the MariaDB, such as jdbc:mariadb://host:3306/licence");
        if (!url.matches("jdbc:mariadb:(sequential:)?//[^/?]+/\\w[^?]*(\\?.*)?")) {
            throw new SettingsException(
                    "LICENCE_DB_URL is wrong: an address like jdbc:mariadb://host:3306/licence with the name of a"
                            + " database");
        }
        return new Database(
                url,
                environment.required("LICENCE_DB_USER", "the MariaDB account that the product signs in with"),
                environment
                        .secret("LICENCE_DB_PASSWORD")
                        .orElseThrow(() -> Environment.missing(
                                "LICENCE_DB_PASSWORD",
                                "the password of LICENCE_DB_USER, given itself or as LICENCE_DB_PASSWORD_FILE")),
                environment.number("LICENCE_DB_POOL_SIZE", 32, 2, 1_000));
    }

    private static OptionalInt trustedProxies(Environment environment) {
        return environment.text("LICENCE_TRUSTED_PROXIES").isPresent()
                ? OptionalInt.of(environment.number("LICENCE_TRUSTED_PROXIES", 0, 0, 10))
                : OptionalInt.empty();
    }

    private static String address(Environment environment) {
        String address = environment.text("LICENCE_HTTP_ADDRESS").orElse("0.0.0.0");
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new SettingsException("LICENCE_HTTP_ADDRESS is wrong: an address of this machine, not " + address, e);
        }
    }

    private static Optional<Contact> accountManager(Environment environment) {
        String prefix = "LICENCE_ACCOUNT_MANAGER_";
        if (Stream.of("NAME", "EMAIL", "PHONE")
                .allMatch(part -> environment.text(prefix + part).isEmpty())) {
            return Optional.empty();
        }
        String meaning = "the default account manager needs a name, a mail address and a phone number together";
        return Optional.of(new Contact(
                environment.required(prefix + "NAME", meaning),
                environment.mailAddress(prefix + "EMAIL", meaning),
                environment.required(prefix + "PHONE", meaning)));
    }

    /** The same settings as environment variables, every secret given itself: what the application is started with. */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("LICENCE_DB_URL", database.url());
        variables.put("LICENCE_DB_USER", database.user());
        variables.put("LICENCE_DB_PASSWORD", database.password());
        variables.put("LICENCE_DB_POOL_SIZE", Integer.toString(database.poolSize()));
        variables.put("LICENCE_HTTP_PORT", Integer.toString(http.port()));
        variables.put("LICENCE_HTTP_ADDRESS", http.address());
        publicUrl.ifPresent(url -> variables.put("LICENCE_PUBLIC_URL", url.toString()));
        trustedProxies.ifPresent(count -> variables.put("LICENCE_TRUSTED_PROXIES", Integer.toString(count)));
        variables.put("LICENCE_HSTS_SUBDOMAINS", Boolean.toString(exposure.hstsSubDomains()));
        variables.put("LICENCE_METRICS_OPEN", Boolean.toString(exposure.metricsOpen()));
        operatorToken.ifPresent(token -> variables.put("LICENCE_OPERATOR_TOKEN", token));
        setupCode.ifPresent(code -> variables.put("LICENCE_SETUP_CODE", code));
        accountManager.ifPresent(contact -> {
            variables.put("LICENCE_ACCOUNT_MANAGER_NAME", contact.name());
            variables.put("LICENCE_ACCOUNT_MANAGER_EMAIL", contact.email());
            variables.put("LICENCE_ACCOUNT_MANAGER_PHONE", contact.phone());
        });
        variables.put("LICENCE_SEAT_CEILING", Integer.toString(seatCeiling));
        variables.put("LICENCE_SPARED_DAYS", Integer.toString(sparedDays));
        variables.put("LICENCE_API_RATE", Integer.toString(apiRate));
        messages.addTo(variables);
        return Map.copyOf(variables);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Settings[" + database + ", " + http + ", " + publicUrl + ", " + trustedProxies + ", " + exposure + ", "
                + accountManager + ", " + seatCeiling + ", " + sparedDays + ", " + apiRate + ", " + messages + "]";
    }
}
