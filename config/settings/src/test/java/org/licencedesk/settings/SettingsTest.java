package org.licencedesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> LEAST = Map.of(
            "LICENCE_DB_URL", "jdbc:mariadb://db.example:3306/licence",
            "LICENCE_DB_USER", "desk",
            "LICENCE_DB_PASSWORD", "not-a-real-one");

    @Test
    void needs_no_more_than_the_database() {
        Settings settings = Settings.from(LEAST);

        assertThat(settings.database().poolSize()).isEqualTo(32);
        assertThat(settings.http()).isEqualTo(new Settings.Http(8080, "0.0.0.0"));
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.exposure()).isEqualTo(new Settings.Exposure(false, false));
        assertThat(settings.operatorToken()).isEmpty();
        assertThat(settings.setupCode()).isEmpty();
        assertThat(settings.accountManager()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LICENCE_DB_URL", "LICENCE_DB_USER", "LICENCE_DB_PASSWORD"})
    void names_the_one_that_is_missing_or_blank(String name) {
        Map<String, String> without = new HashMap<>(LEAST);
        without.remove(name);

        refuses(without, name + " is missing: ");
        refuses(with(name, "  "), name + " is missing: ");
    }

    @ParameterizedTest
    @CsvSource({
        "LICENCE_DB_URL, jdbc:mysql://db.example/licence",
        "LICENCE_DB_URL, jdbc:mariadb://db.example:3306",
        "LICENCE_DB_URL, jdbc:mariadb://db.example:3306/",
        "LICENCE_DB_URL, jdbc:mariadb:loadbalance://db.example:3306/licence",
        "LICENCE_DB_POOL_SIZE, 1",
        "LICENCE_DB_POOL_SIZE, many",
        "LICENCE_HTTP_PORT, 65536",
        "LICENCE_HTTP_PORT, -1",
        "LICENCE_HTTP_PORT, 99999999999",
        "LICENCE_HTTP_ADDRESS, 300.1.1.1",
        "LICENCE_PUBLIC_URL, licences.example",
        "LICENCE_PUBLIC_URL, ftp://licences.example",
        "LICENCE_PUBLIC_URL, https://",
        "LICENCE_PUBLIC_URL, https://a b",
        "LICENCE_PUBLIC_URL, https://licences.example/a?b=c",
        "LICENCE_PUBLIC_URL, https://licences.example/#a",
        "LICENCE_PUBLIC_URL, https://me@licences.example",
        "LICENCE_PUBLIC_URL, https://licences.example//a",
        "LICENCE_PUBLIC_URL, https://licences.example/a/../b",
        "LICENCE_PUBLIC_URL, https://licences.example/a%20b",
        "LICENCE_PUBLIC_URL, https://licences.example/a;b",
        "LICENCE_HSTS_SUBDOMAINS, yes",
        "LICENCE_METRICS_OPEN, 1",
        "LICENCE_OPERATOR_TOKEN, short",
        "LICENCE_OPERATOR_TOKEN, twenty characters it has",
        "LICENCE_SETUP_CODE, short",
        "LICENCE_LANGUAGE, fr",
        "LICENCE_WEBHOOK_KEY, shorter-than-32-characters",
    })
    void names_the_one_that_is_wrong(String name, String value) {
        refuses(with(name, value), name + " is wrong: ");
    }

    @Test
    void takes_a_secret_from_a_file(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "a-long-operator-token\n");

        Settings settings = Settings.from(with("LICENCE_OPERATOR_TOKEN_FILE", file.toString()));

        assertThat(settings.operatorToken()).contains("a-long-operator-token");
        assertThat(settings.environment())
                .containsEntry("LICENCE_OPERATOR_TOKEN", "a-long-operator-token")
                .doesNotContainKey("LICENCE_OPERATOR_TOKEN_FILE");
    }

    @Test
    void names_a_file_that_holds_no_secret(@TempDir Path directory) throws IOException {
        Path empty = Files.createFile(directory.resolve("empty"));

        refuses(with("LICENCE_SETUP_CODE_FILE", empty.toString()), "LICENCE_SETUP_CODE_FILE is wrong: ");
        refuses(with("LICENCE_SETUP_CODE_FILE", directory + "/none"), "LICENCE_SETUP_CODE_FILE is wrong: ");
    }

    @Test
    void refuses_a_secret_given_twice() {
        refuses(with("LICENCE_DB_PASSWORD_FILE", "anywhere"), "LICENCE_DB_PASSWORD and LICENCE_DB_PASSWORD_FILE");
    }

    @Test
    void knows_the_default_account_manager_in_full_or_not_at_all() { // R2
        Map<String, String> variables = new HashMap<>(LEAST);
        variables.put("LICENCE_ACCOUNT_MANAGER_NAME", "Ada Vendor");
        refuses(variables, "LICENCE_ACCOUNT_MANAGER_EMAIL is missing: ");
        variables.put("LICENCE_ACCOUNT_MANAGER_EMAIL", "nobody");
        variables.put("LICENCE_ACCOUNT_MANAGER_PHONE", "+44 20 7946 0000");
        refuses(variables, "LICENCE_ACCOUNT_MANAGER_EMAIL is wrong: ");
        variables.put("LICENCE_ACCOUNT_MANAGER_EMAIL", "ada@vendor.example");

        assertThat(Settings.from(variables).accountManager())
                .contains(new Settings.Contact("Ada Vendor", "ada@vendor.example", "+44 20 7946 0000"));
    }

    @Test
    void knows_the_mail_server_in_full_or_not_at_all() {
        assertThat(Settings.from(LEAST).messages().mail()).isEmpty();
        Map<String, String> variables = new HashMap<>(LEAST);
        variables.put("LICENCE_SMTP_HOST", "mail.example");
        refuses(variables, "LICENCE_SMTP_FROM is missing: ");
        variables.put("LICENCE_SMTP_FROM", "nobody");
        refuses(variables, "LICENCE_SMTP_FROM is wrong: ");
        for (String none :
                List.of("a@b..example", "<a@b.example>", "a@b@c", ".a@b.example", "a@-b.example", "a b@c.example")) {
            variables.put("LICENCE_SMTP_FROM", none);
            refuses(variables, "LICENCE_SMTP_FROM is wrong: ");
        }
        variables.put("LICENCE_SMTP_FROM", "desk@vendor.example");
        assertThat(Settings.from(variables).messages().mail())
                .contains(new MessageSettings.Mail(
                        "mail.example", 587, "starttls", "desk@vendor.example", Optional.empty()));
        variables.put("LICENCE_SMTP_TLS", "ssl");
        refuses(variables, "LICENCE_SMTP_TLS is wrong: ");
        variables.put("LICENCE_SMTP_TLS", "TLS");
        variables.put("LICENCE_SMTP_PORT", "0");
        refuses(variables, "LICENCE_SMTP_PORT is wrong: ");
        variables.remove("LICENCE_SMTP_PORT");
        variables.put("LICENCE_SMTP_USER", "desk");
        refuses(variables, "LICENCE_SMTP_PASSWORD is missing: ");
        variables.put("LICENCE_SMTP_PASSWORD", "not-to-be-shown");
        Settings settings = Settings.from(variables);
        assertThat(settings.messages().mail().orElseThrow().port()).isEqualTo(465);
        assertThat(settings.toString()).doesNotContain("not-to-be-shown");
        assertThat(Settings.from(settings.environment())).isEqualTo(settings);
    }

    @Test
    void all_that_can_be_set_is_in_the_example_and_the_other_way_round() throws IOException {
        Set<String> shown = Pattern.compile("^#?(LICENCE_[A-Z_]+)=", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../licence.env.example")))
                .results()
                .map(found -> found.group(1).replaceFirst("_FILE$", ""))
                .collect(Collectors.toSet());

        assertThat(Settings.NAMES).isEqualTo(shown);
    }

    @Test
    void survives_the_way_through_the_environment() {
        Map<String, String> variables = new HashMap<>(LEAST);
        variables.put("LICENCE_HTTP_PORT", "9090");
        variables.put("LICENCE_PUBLIC_URL", "https://licences.example/desk");
        variables.put("LICENCE_SETUP_CODE", "open-it-once");
        variables.put("LICENCE_LANGUAGE", "de");
        variables.put("LICENCE_WEBHOOK_ALLOWED", "hooks.internal,10.0.0.7:8080");
        variables.put("LICENCE_WEBHOOK_KEY", "a-long-key-from-which-secrets-are-made");
        Settings settings = Settings.from(variables);

        assertThat(settings.publicUrl()).contains(URI.create("https://licences.example/desk"));
        assertThat(Settings.from(settings.environment())).isEqualTo(settings);
    }

    @Test
    void shows_no_secret_when_printed() {
        assertThat(Settings.from(with("LICENCE_OPERATOR_TOKEN", "a-long-operator-token"))
                        .toString())
                .doesNotContain("not-a-real-one", "a-long-operator-token");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> variables = new HashMap<>(LEAST);
        variables.put(name, value);
        return variables;
    }

    @Test
    void the_days_for_which_newcomers_are_spared_reach_the_server() {
        assertThat(Settings.from(LEAST).environment()).containsEntry("LICENCE_SPARED_DAYS", "14");
        for (String days : new String[] {"0", "365"}) {
            assertThat(Settings.from(with("LICENCE_SPARED_DAYS", days)).environment())
                    .containsEntry("LICENCE_SPARED_DAYS", days);
        }
        refuses(with("LICENCE_SPARED_DAYS", "-1"), "LICENCE_SPARED_DAYS is wrong: ");
        refuses(with("LICENCE_SPARED_DAYS", "366"), "LICENCE_SPARED_DAYS is wrong: ");
    }

    @Test // R7
    void the_seat_ceiling_reaches_the_server() {
        assertThat(Settings.from(with("LICENCE_SEAT_CEILING", "2147483647")).environment())
                .containsEntry("LICENCE_SEAT_CEILING", "2147483647");
        assertThat(Settings.from(LEAST).environment()).containsEntry("LICENCE_SEAT_CEILING", "1000000");
        refuses(with("LICENCE_SEAT_CEILING", "0"), "LICENCE_SEAT_CEILING is wrong: ");
        refuses(with("LICENCE_SEAT_CEILING", "2147483648"), "LICENCE_SEAT_CEILING is wrong: ");
    }

    private static void refuses(Map<String, String> variables, String start) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.from(variables))
                .satisfies(e -> assertThat(e.getMessage()).startsWith(start).doesNotContain("\n"));
    }

    @Test
    void trusted_proxies_are_passed_on_only_if_they_are_set() {
        assertThat(Settings.from(LEAST).environment()).doesNotContainKey("LICENCE_TRUSTED_PROXIES");
        assertThat(Settings.from(with("LICENCE_TRUSTED_PROXIES", "0")).environment())
                .containsEntry("LICENCE_TRUSTED_PROXIES", "0");
        assertThat(Settings.from(with("LICENCE_TRUSTED_PROXIES", "10")).environment())
                .containsEntry("LICENCE_TRUSTED_PROXIES", "10");
        refuses(with("LICENCE_TRUSTED_PROXIES", "11"), "LICENCE_TRUSTED_PROXIES is wrong: ");
        refuses(with("LICENCE_TRUSTED_PROXIES", "-1"), "LICENCE_TRUSTED_PROXIES is wrong: ");
    }

    @Test
    void the_rate_of_a_token_is_a_thousand_unless_set_otherwise() {
        assertThat(Settings.from(LEAST).environment()).containsEntry("LICENCE_API_RATE", "1000");
        assertThat(Settings.from(with("LICENCE_API_RATE", "1000000")).environment())
                .containsEntry("LICENCE_API_RATE", "1000000");
        refuses(with("LICENCE_API_RATE", "0"), "LICENCE_API_RATE is wrong: ");
        refuses(with("LICENCE_API_RATE", "1000001"), "LICENCE_API_RATE is wrong: ");
    }
}
