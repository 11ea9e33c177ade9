package org.licencedesk.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Which database to use and how, as the operator set it.
 *
 * @param url the JDBC address, {@code jdbc:mariadb://host:port/database}, which may name several servers, completed with {@link #SESSION}
 * @param poolSize the most connections held open at any time, 2 to 1 000
 */
record DatabaseSettings(String url, String user, String password, int poolSize) {

    /** How long a caller waits for a connection before the database counts as busy. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** How long the database may take to answer whether it is there. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);

    /**
     * How long one statement of a request or a job may take; the database ends it itself, before the connection is given up.
     * It is longer than the longest wait for a lock.
     */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(6);

    /** Changes to the schema take as long as there is data. */
    private static final Duration LONGEST_MIGRATION = Duration.ofHours(1);

    /** How long a connection may have been idle and still be lent without asking the database. */
    static final Duration TRUSTED_WHILE_IDLE = Duration.ofMillis(100);

    /** How long a connection that nobody needs is kept. */
    static final Duration KEPT_WHILE_IDLE = Duration.ofMinutes(5);

    /** How long a connection is used: after that time it leads to the server that is preferred, where that is back. */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    /** Driver options that hold for every connection unless the address says otherwise. */
    private static final Map<String, String> SESSION = session();

    private static Map<String, String> session() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("connectTimeout", Long.toString(LONGEST_SILENCE.toMillis()));
        options.put("connectionTimeZone", "UTC");
        options.put("forceConnectionTimeZoneToSession", "true");
        // A sort looks at this many bytes of a text's weight; with the default, at no accents of texts this long.
        options.put("sessionVariables", "innodb_lock_wait_timeout=5,max_sort_length=8192");
        return options;
    }

    /** Reads {@code licence.db.url}, {@code .user}, {@code .password} and {@code licence.db.pool.size}. */
    static DatabaseSettings from(Settings settings) {
        return new DatabaseSettings(
                with(settings.get("licence.db.url"), SESSION),
                settings.get("licence.db.user"),
                settings.get("licence.db.password"),
                settings.wholeNumber("licence.db.pool.size"));
    }

    /** The address for requests and jobs: no statement, and no wait for its answer, is without end. */
    String statementUrl() {
        String bounded = url.contains("max_statement_time")
                ? url
                : url.replace(
                        "sessionVariables=",
                        "sessionVariables=max_statement_time=" + LONGEST_STATEMENT.toSeconds() + ",");
        return with(bounded, Map.of("socketTimeout", millis(LONGEST_STATEMENT.plusSeconds(1))));
    }

    /** The address for changes to the schema. */
    String migrationUrl() {
        return with(url, Map.of("socketTimeout", millis(LONGEST_MIGRATION)));
    }

    /** The address for the question whether the database answers. */
    String questionUrl() {
        return with(url, Map.of("socketTimeout", millis(LONGEST_SILENCE)));
    }

    /** What the database asks of whoever connects. */
    Properties credentials() {
        Properties credentials = new Properties();
        credentials.setProperty("user", user);
        credentials.setProperty("password", password);
        return credentials;
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    private static String with(String url, Map<String, String> options) {
        StringBuilder completed = new StringBuilder(url);
        char separator = url.contains("?") ? '&' : '?';
        for (Map.Entry<String, String> option : options.entrySet()) {
            if (!url.contains(option.getKey() + "=")) {
                completed.append(separator).append(option.getKey()).append('=').append(option.getValue());
                separator = '&';
            }
        }
        return completed.toString();
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return user + " at " + url + ", at most " + poolSize + " connections";
    }
}
