package org.licencedesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.harness.TestDatabase;
import org.licencedesk.launcher.EmbeddedDatabase;
import org.licencedesk.launcher.Ports;

// R36
class DatabaseNodesIT {

    private static final String REST = "/?connectTimeout=3000";

    private final EmbeddedDatabase server = TestDatabase.server();

    private final String there = "127.0.0.1:" + server.port();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:mariadb://db/licence | jdbc:mariadb://db:3306/licence",
                "jdbc:mariadb:sequential://b:1,a:2/licence?x=y | jdbc:mariadb://b:1/licence?x=y"
                        + " jdbc:mariadb://a:2/licence?x=y",
                "jdbc:mariadb:sequential://[::1]:1,a/d | jdbc:mariadb://[::1]:1/d jdbc:mariadb://a:3306/d",
            })
    void each_address_is_of_one_server_in_the_order_that_was_set(String url, String servers) throws SQLException {
        assertThat(DatabaseNodes.addresses(url)).containsExactly(servers.split(" "));
    }

    @Test
    void passes_by_a_server_that_is_away() throws SQLException {
        String url = "jdbc:mariadb:sequential://127.0.0.1:" + Ports.free() + "," + there + REST;

        try (Connection connection = DatabaseNodes.connect(url, credentials())) {
            assertThat(connection.isValid(3)).isTrue();
        }
        assertThat(DatabaseNodes.sameForAll(url, credentials())).contains(there);
    }

    @Test
    void leads_to_no_server_that_is_read_only() throws SQLException {
        String url = "jdbc:mariadb://" + there + REST;
        try (Connection connection = DatabaseNodes.connect(url, credentials());
                Statement statement = connection.createStatement()) {
            statement.execute("set global read_only = on");
            try {
                assertThatThrownBy(() -> DatabaseNodes.connect(url, credentials()))
                        .isInstanceOfSatisfying(
                                SQLException.class, failure -> assertThat(Contention.isConnectionLost(failure))
                                        .isTrue());
                assertThatThrownBy(() -> DatabaseNodes.requireWritable(connection))
                        .hasMessageContaining("read_only");
            } finally {
                statement.execute("set global read_only = off");
            }
            assertThat(DatabaseNodes.requireWritable(connection)).isFalse();
        }
    }

    @Test
    void what_is_set_wrongly_is_read_from_the_server() throws SQLException {
        try (Connection connection = DatabaseNodes.connect("jdbc:mariadb://" + there + REST, credentials());
                Statement statement = connection.createStatement()) {
            // As it is for all tests, which need not outlast a crash of the machine.
            assertThat(DatabaseAdvice.warnings(DatabaseAdvice.read(connection)))
                    .singleElement()
                    .asString()
                    .startsWith("The database has innodb_flush_log_at_trx_commit = 0. ");
            statement.execute("set global innodb_flush_log_at_trx_commit = 1");
            try {
                assertThat(DatabaseAdvice.warnings(DatabaseAdvice.read(connection)))
                        .isEmpty();
            } finally {
                statement.execute("set global innodb_flush_log_at_trx_commit = 0");
            }
        }
    }

    private static Properties credentials() {
        Properties credentials = new Properties();
        credentials.setProperty("user", EmbeddedDatabase.USER);
        credentials.setProperty("password", EmbeddedDatabase.PASSWORD);
        return credentials;
    }
}
