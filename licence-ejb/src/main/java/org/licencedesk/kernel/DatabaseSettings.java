package org.licencedesk.kernel;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which database to use and how, as the operator set it.
 *
 * @param url the JDBC address, {@code jdbc:mariadb://host:port/database}, completed with {@link #SESSION}
 * @param poolSize the most connections held open at any time, 2 to 1 000
 */
record DatabaseSettings(String url, String user, String password, int poolSize) {

    /** How long a caller waits for a connection before the database counts as busy. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** How long a connection may have been idle and still be lent without asking the database. */
    static final Duration TRUSTED_WHILE_IDLE = Duration.ofMillis(100);

    /** How long a connection that nobody needs is kept. */
    static final Duration KEPT_WHILE_IDLE = Duration.ofMinutes(5);

    /** Driver options that hold for every connection unless the address says otherwise. */
    private static final Map<String, String> SESSION = session();

    private static Map<String, String> session() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("connectTimeout", "3000"); // milliseconds
        options.put("connectionTimeZone", "UTC");
        options.put("forceConnectionTimeZoneToSession", "true");
        // A sort looks at this many bytes of a text's weight; with the default, at no accents of texts this long.
        options.put("sessionVariables", "innodb_lock_wait_timeout=5,max_sort_length=8192");
        return options;
    }

    /** Reads {@code licence.db.url}, {@code .user}, {@code .password} and {@code licence.db.pool.size}. */
    static DatabaseSettings from(Settings settings) {
        return new DatabaseSettings(
                withSession(settings.get("licence.db.url")),
                settings.get("licence.db.user"),
                settings.get("licence.db.password"),
                settings.wholeNumber("licence.db.pool.size"));
    }

    private static String withSession(String url) {
        StringBuilder completed = new StringBuilder(url);
        char separator = url.contains("?") ? '&' : '?';
        for (Map.Entry<String, String> option : SESSION.entrySet()) {
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
