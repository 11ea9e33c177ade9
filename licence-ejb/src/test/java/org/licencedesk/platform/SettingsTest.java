package org.licencedesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.settings.SettingsException;

/** The application takes no setting that the launcher would refuse. */
class SettingsTest {
    private static final Map<String, String> LEAST = Map.of(
            "LICENCE_DB_URL", "jdbc:mariadb://db.example:3306/licence",
            "LICENCE_DB_USER", "desk",
            "LICENCE_DB_PASSWORD", "not-a-real-one");

    @ParameterizedTest
    @CsvSource({
        "LICENCE_OPERATOR_TOKEN, x",
        "LICENCE_SETUP_CODE, short",
        "LICENCE_DB_POOL_SIZE, 0",
        "LICENCE_SEAT_CEILING, many",
        "LICENCE_PUBLIC_URL, licences.example",
        "LICENCE_WEBHOOK_KEY, shorter-than-32-characters",
        "LICENCE_LANGUAGE, fr",
    })
    void one_that_is_wrong_is_refused_before_any_is_used_and_its_name_is_said(String name, String value) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.of(with(name, value)))
                .withMessageStartingWith(name + " is wrong: ");
    }

    @Test
    void a_secret_in_a_file_is_read_and_one_that_is_given_twice_is_refused(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "a-long-operator-token\n");
        Map<String, String> twice = with("LICENCE_OPERATOR_TOKEN_FILE", file.toString());
        assertThat(Settings.of(twice).find("licence.operator.token")).contains("a-long-operator-token");

        twice.put("LICENCE_OPERATOR_TOKEN", "another-operator-token");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.of(twice))
                .withMessage("LICENCE_OPERATOR_TOKEN and LICENCE_OPERATOR_TOKEN_FILE are both set: keep one of them");
    }

    @Test
    void what_is_not_set_has_its_default_and_what_is_no_setting_is_not_asked_for() {
        Settings settings = Settings.of(LEAST);

        assertThat(settings.wholeNumber("licence.seat.ceiling")).isEqualTo(1_000_000); // R7
        assertThat(settings.wholeNumber("licence.db.pool.size")).isEqualTo(32);
        assertThat(settings.find("licence.smtp.host")).isEmpty();
        assertThat(settings.find("licence.demo")).isEmpty();
        assertThat(Settings.of(with("LICENCE_DEMO", "true")).find("licence.demo"))
                .contains("true");
        assertThatIllegalArgumentException().isThrownBy(() -> settings.find("licence.operators.token"));
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> variables = new HashMap<>(LEAST);
        variables.put(name, value);
        return variables;
    }
}
