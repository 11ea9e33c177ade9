package org.licencedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    private Path directory;

    @BeforeEach
    void empty_directory(@TempDir Path empty) {
        directory = empty;
    }

    @Test
    void keeps_what_was_committed_over_a_crash_and_over_a_new_start() throws SQLException {
        Path data = directory.resolve("mariadb");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, Ports.free())) {
            database.createDatabase("kept");
            change(database, "CREATE TABLE kept.entry (name VARCHAR(40))");
            change(database, "INSERT INTO kept.entry VALUES ('Zoë 席')");
            database.kill();
            database.restart();
            assertThat(answer(database, "SELECT name FROM kept.entry")).isEqualTo("Zoë 席");
            database.kill();
        }
        try (EmbeddedDatabase again =
                EmbeddedDatabase.start(data, Ports.free(), Map.of("innodb_buffer_pool_size", "64M"))) {
            assertThat(answer(again, "SELECT name FROM kept.entry")).isEqualTo("Zoë 席");
            assertThat(answer(again, "SELECT @@innodb_buffer_pool_size")).isEqualTo("67108864");
            assertThat(answer(again, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
            assertThat(answer(again, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(
                            answer(
                                    again,
                                    "SELECT default_collation_name FROM information_schema.schemata WHERE schema_name = 'kept'"))
                    .isEqualTo("utf8mb4_uca1400_nopad_as_ci");
        }
    }

    @Test
    void names_the_port_that_is_taken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(directory.resolve("mariadb"), taken.getLocalPort()))
                    .withMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    private static void change(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect("");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect("");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
