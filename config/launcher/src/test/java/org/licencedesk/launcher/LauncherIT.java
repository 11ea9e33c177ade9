package org.licencedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged launcher as an operator starts it, with a server that stands in for Payara Micro. */
class LauncherIT {
    private static EmbeddedDatabase database;

    private Path directory;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void database(@TempDir Path directory) {
        database = EmbeddedDatabase.start(directory.resolve("mariadb"), Ports.free());
        database.createDatabase("licence");
    }

    @AfterAll
    static void end_the_database() {
        database.close();
    }

    @BeforeEach
    void good_settings(@TempDir Path empty) {
        directory = empty;
        environment.putAll(Map.of(
                "LICENCE_DB_URL",
                database.jdbcUrl("licence"),
                "LICENCE_DB_USER",
                EmbeddedDatabase.USER,
                "LICENCE_DB_PASSWORD",
                EmbeddedDatabase.PASSWORD,
                "LICENCE_HTTP_PORT",
                Integer.toString(Ports.free()),
                "LICENCE_HTTP_ADDRESS",
                "127.0.0.1"));
    }

    @Test
    void refuses_a_missing_setting() throws Exception {
        environment.remove("LICENCE_DB_URL");
        refuses("LICENCE_DB_URL is missing: the JDBC address of the MariaDB");
    }

    @Test
    void refuses_a_wrong_password_and_does_not_show_it() throws Exception {
        environment.put("LICENCE_DB_PASSWORD", "a-wrong-one");
        assertThat(refuses("LICENCE_DB_USER or LICENCE_DB_PASSWORD is wrong")).doesNotContain("a-wrong-one");
    }

    @Test
    void refuses_an_unknown_database() throws Exception {
        environment.put("LICENCE_DB_URL", database.jdbcUrl("nowhere"));
        refuses("LICENCE_DB_URL is wrong: there is no such database");
    }

    @Test
    void refuses_an_address_where_no_database_listens() throws Exception {
        environment.put("LICENCE_DB_URL", "jdbc:mariadb://127.0.0.1:" + Ports.free() + "/licence");
        refuses("LICENCE_DB_URL: nothing listens at");
    }

    @Test
    void refuses_an_unknown_host() throws Exception {
        environment.put("LICENCE_DB_URL", "jdbc:mariadb://no-such-host.invalid/licence");
        refuses("LICENCE_DB_URL is wrong: the host of");
    }

    @Test
    void refuses_the_database_of_a_demo() throws Exception {
        database.createDatabase("demo");
        environment.put("LICENCE_DB_URL", database.jdbcUrl("demo"));
        try (Connection connection = database.connect("demo");
                Statement statement = connection.createStatement()) {
            statement.execute("create table installation (id tinyint, demo_since datetime(6) null)");
            statement.execute("insert into installation values (1, now())");
        }
        refuses("LICENCE_DB_URL leads to the database of a demo");
    }

    @Test
    void names_the_setting_that_changes_a_port_that_is_taken() throws Exception {
        environment.put("LICENCE_HTTP_PORT", Integer.toString(database.port()));
        assertThat(refuses("Port " + database.port())).contains("LICENCE_HTTP_PORT");
    }

    @Test
    void names_the_log_when_the_deployment_fails() throws Exception {
        assertThat(refuses("The application does not start: java.lang.IllegalStateException: no seats", "fails"))
                .contains("server.log");
    }

    @Test
    void hands_the_secrets_on_by_environment_only_and_ends_with_the_status_of_the_server() throws Exception {
        environment.put("LICENCE_SETUP_CODE", "open-it-once");
        Process launcher = start("deploys");
        try (BufferedReader output = launcher.inputReader()) {
            assertThat(output.lines().anyMatch(line -> line.startsWith("Licence Desk is ready at")))
                    .isTrue();
        }
        String commands = launcher.descendants()
                .map(process -> process.info().commandLine().orElse(""))
                .reduce("", String::concat);
        String seen = get("/end");

        assertThat(seen).contains("LICENCE_SETUP_CODE=open-it-once");
        assertThat(commands).contains("payara-micro.jar").doesNotContain("open-it-once");
        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(7);
    }

    @Test
    void leaves_nothing_running_when_it_is_killed() throws Exception {
        Process launcher = start("deploys");
        try (BufferedReader output = launcher.inputReader()) {
            assertThat(output.lines().anyMatch(line -> line.startsWith("Licence Desk is ready at")))
                    .isTrue();
        }
        var descendants = launcher.descendants().toList();
        launcher.destroyForcibly();

        assertThat(descendants).hasSizeGreaterThanOrEqualTo(2);
        for (ProcessHandle process : descendants) {
            assertThat(process.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    private String refuses(String start) throws Exception {
        return refuses(start, "deploys");
    }

    private String refuses(String start, String behaviour) throws Exception {
        Process launcher = start(behaviour);
        String error = new String(launcher.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(launcher.waitFor()).isEqualTo(1);
        assertThat(error).startsWith(start).hasLineCount(1);
        return error;
    }

    private Process start(String behaviour) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Child.JAVA,
                "-jar",
                Path.of("target", "licence-launcher.jar").toString(),
                "--war",
                FakeMicro.war(directory, behaviour).toString(),
                "--micro",
                FakeMicro.jar(directory).toString(),
                "--end-with-parent",
                "--work",
                directory.resolve("work").toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("LICENCE_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + environment.get("LICENCE_HTTP_PORT") + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
