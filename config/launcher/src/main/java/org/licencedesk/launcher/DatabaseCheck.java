package org.licencedesk.launcher;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Stream;
import org.licencedesk.settings.Settings;

/** Connects once, and says in one line what is wrong with the database or with the settings that lead to it. */
final class DatabaseCheck {
    private static final int ACCESS_DENIED_TO_DATABASE = 1044;
    private static final int ACCESS_DENIED = 1045;
    private static final int UNKNOWN_DATABASE = 1049;
    private static final int UNKNOWN_TABLE = 1146;

    /** What the application notes of a demo. */
    private static final String SIGN_OF_A_DEMO = "select 1 from installation where demo_since is not null";

    private DatabaseCheck() {}

    static void check(Settings.Database database) {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", "5000");
        properties.setProperty("socketTimeout", "10000");
        // Of several servers each is tried; without this, again and again for half a minute.
        properties.setProperty("retriesAllDown", "3");
        try (Connection connection = DriverManager.getConnection(database.url(), properties)) {
            requireVersion(connection.getMetaData());
            requireNoDemo(connection);
        } catch (SQLException e) {
            throw new LaunchException(explain(e, database), e);
        }
    }

    private static void requireVersion(DatabaseMetaData server) throws SQLException {
        boolean recent = server.getDatabaseMajorVersion() > 10
                || (server.getDatabaseMajorVersion() == 10 && server.getDatabaseMinorVersion() >= 10);
        if (!"MariaDB".equals(server.getDatabaseProductName()) || !recent) {
            throw new LaunchException("LICENCE_DB_URL leads to " + server.getDatabaseProductName() + " "
                    + server.getDatabaseProductVersion() + ": MariaDB 10.10 or later is needed");
        }
    }

    private static void requireNoDemo(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SIGN_OF_A_DEMO)) {
            if (rows.next()) {
                throw new LaunchException("LICENCE_DB_URL leads to the database of a demo, whose passwords and tokens"
                        + " everybody knows: choose another, or start with --demo");
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != UNKNOWN_TABLE) {
                throw e;
            }
        }
    }

    private static String explain(SQLException e, Settings.Database database) {
        String url = database.url().replaceFirst("\\?.*", "");
        return switch (e.getErrorCode()) {
            case ACCESS_DENIED ->
                "LICENCE_DB_USER or LICENCE_DB_PASSWORD is wrong: MariaDB refuses the sign-in of " + database.user();
            case ACCESS_DENIED_TO_DATABASE ->
                "LICENCE_DB_USER is wrong: " + database.user() + " may not use the database of " + url;
            case UNKNOWN_DATABASE -> "LICENCE_DB_URL is wrong: there is no such database at " + url;
            default -> unreachable(e, url);
        };
    }

    private static String unreachable(SQLException e, String url) {
        if (causes(e).anyMatch(UnknownHostException.class::isInstance)) {
            return "LICENCE_DB_URL is wrong: the host of " + url + " is unknown";
        }
        if (causes(e).anyMatch(SocketTimeoutException.class::isInstance)) {
            return "LICENCE_DB_URL: nothing answers at " + url;
        }
        if (causes(e).anyMatch(java.net.ConnectException.class::isInstance)) {
            return "LICENCE_DB_URL: nothing listens at " + url;
        }
        return "LICENCE_DB_URL: no connection to " + url + ": "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
    }
}
