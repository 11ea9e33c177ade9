package org.licencedesk.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.licencedesk.launcher.EmbeddedDatabase;
import org.licencedesk.launcher.Ports;

class EarOnPayaraServerIT {

    private static final String SHORT = "t0k3n";

    private static final String OPERATOR_TOKEN = "operator-token-of-this-test";

    @Test
    void the_ear_runs_on_payara_server_as_the_operators_script_sets_it_up(@TempDir Path directory) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory.resolve("data"), Ports.free(), Map.of())) {
            database.createDatabase("licence");
            Map<String, String> settings = Map.of(
                    "LICENCE_DB_URL",
                    database.jdbcUrl("licence"),
                    "LICENCE_DB_USER",
                    EmbeddedDatabase.USER,
                    "LICENCE_DB_PASSWORD",
                    EmbeddedDatabase.PASSWORD,
                    "LICENCE_OPERATOR_TOKEN",
                    OPERATOR_TOKEN);
            try (PayaraServer server = PayaraServer.start(settings)) {
                new Smoke(server.address(), OPERATOR_TOKEN).one_activation_asks_first_and_is_done_when_confirmed();
                // A refusal is an answer, not an accident.
                assertThat(server.log()).doesNotContain("[SEVERE]").doesNotContain("\tat ");
            }
        }
    }

    @Test
    void a_wrong_setting_fails_the_deployment_in_a_line_that_names_it_and_shows_no_secret() {
        Map<String, String> settings = Map.of(
                "LICENCE_DB_URL",
                "jdbc:mariadb://127.0.0.1:" + Ports.free() + "/licence",
                "LICENCE_DB_USER",
                EmbeddedDatabase.USER,
                "LICENCE_DB_PASSWORD",
                EmbeddedDatabase.PASSWORD,
                "LICENCE_OPERATOR_TOKEN",
                SHORT);
        assertThatIOException()
                .isThrownBy(() -> PayaraServer.start(settings).close())
                .withMessageContaining("LICENCE_OPERATOR_TOKEN is wrong: at least 16 characters")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(SHORT));
    }
}
