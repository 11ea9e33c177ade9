package org.licencedesk.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;

/**
 * Finds, among the servers that the address of the database names, the first that takes changes: the primary of those that
 * replicate, or a node of a Galera cluster that is in step with the majority.
 *
 * <p>Every connection leads to one server and never to another. The driver's own {@code sequential:} moves a connection
 * over when its server goes away and reports a lost COMMIT like a lost statement, so that nobody can tell whether it was
 * done; the settings of the session are lost, too.
 */
final class DatabaseNodes {

    private static final Logger LOG = System.getLogger(DatabaseNodes.class.getName());

    private static final Driver DRIVER = new Driver();

    /** How long a server that was of no use is asked after all the others. */
    private static final Duration SHUNNED = Duration.ofSeconds(10);

    private static final Map<String, Long> FAILED_AT = new ConcurrentHashMap<>();

    private static final String STATE = """
        show variables where variable_name in ('read_only', 'wsrep_on')
        """;

    /** A read waits until everything that was committed on another node before it is seen here. */
    private static final String SEE_WHAT_OTHERS_COMMITTED = "set session wsrep_sync_wait = 1";

    private DatabaseNodes() {}

    /** @return the addresses of the single servers, in the order in which they are preferred */
    static List<String> addresses(String url) throws SQLException {
        Configuration parsed = Configuration.parse(url);
        if (parsed == null) {
            throw new SQLException("Not an address of MariaDB", "08001");
        }
        int begin = url.indexOf("//") + 2;
        String rest = url.substring(url.indexOf('/', begin));
        return parsed.addresses().stream()
                .map(server -> "jdbc:mariadb://" + bracketed(server.host) + ":" + server.port + rest)
                .toList();
    }

    /** Colons of an IPv6 address are not those before a port. */
    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /**
     * @param url may name several servers
     * @return the address of one that takes changes, the same wherever the same servers are named and there
     * @throws SQLException if none does
     */
    static String sameForAll(String url, Properties credentials) throws SQLException {
        List<String> servers = addresses(url).stream().sorted().toList();
        for (String server : servers.subList(0, servers.size() - 1)) {
            try (Connection made = connectTo(server, credentials)) {
                return server;
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "The schema is not looked at on " + server, e);
            }
        }
        return servers.get(servers.size() - 1);
    }

    /**
     * @param url may name several servers
     * @return a connection to the first that takes changes
     * @throws SQLException of the last server, if none does
     */
    static Connection connect(String url, Properties credentials) throws SQLException {
        List<String> servers = new ArrayList<>(addresses(url));
        long now = System.nanoTime();
        servers.sort(Comparator.comparing(server -> isShunned(server, now)));
        @Nullable SQLException failure = null;
        for (String server : servers) {
            try {
                Connection made = connectTo(server, credentials);
                FAILED_AT.remove(server);
                return made;
            } catch (SQLException e) {
                FAILED_AT.put(server, System.nanoTime());
                failure = e;
            }
        }
        throw Objects.requireNonNull(failure);
    }

    private static boolean isShunned(String server, long now) {
        Long failed = FAILED_AT.get(server);
        return failed != null && now - failed < SHUNNED.toNanos();
    }

    private static Connection connectTo(String server, Properties credentials) throws SQLException {
        Connection made = DRIVER.connect(server, credentials);
        try {
            if (requireWritable(made)) {
                try (Statement statement = made.createStatement()) {
                    statement.execute(SEE_WHAT_OTHERS_COMMITTED);
                }
            }
            return made;
        } catch (SQLException e) {
            made.close();
            throw e;
        }
    }

    /**
     * @return whether the server is a node of a Galera cluster
     * @throws SQLNonTransientConnectionException if it takes no changes now
     */
    static boolean requireWritable(Connection connection) throws SQLException {
        Map<String, String> state = ask(connection, STATE);
        if (!"OFF".equals(state.getOrDefault("read_only", "OFF"))) {
            throw new SQLNonTransientConnectionException("The database takes no changes: read_only", "08004");
        }
        boolean galera = "ON".equals(state.get("wsrep_on"));
        if (galera
                && !"ON"
                        .equals(ask(connection, "show status like 'wsrep_ready'")
                                .get("wsrep_ready"))) {
            throw new SQLNonTransientConnectionException("The database has lost its cluster: wsrep_ready", "08004");
        }
        return galera;
    }

    private static Map<String, String> ask(Connection connection, String question) throws SQLException {
        Map<String, String> answer = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answer.put(rows.getString(1), rows.getString(2));
            }
        }
        return answer;
    }
}
