package org.licencedesk.web.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.licencedesk.launcher.EmbeddedDatabase;
import org.licencedesk.launcher.Ports;

/**
 * The peer: a Keycloak of its own, built and started as for production, with a schema of its own in the MariaDB that is
 * measured and a heap as large as the product's. It keeps its own garbage collector and its own pool of up to 100
 * connections, has no cluster to talk to, and writes no events.
 */
final class Keycloak implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SCHEMA = "keycloak";

    private static final String CLIENT = "benchmark";

    private static final String SECRET = "secret-of-the-benchmark";

    private static final String HEAP = "-Xms64m -Xmx320m";

    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private static final Duration ORDERLY_END = Duration.ofSeconds(30);

    private static final int ROWS_A_STATEMENT = 5_000;

    private final Path home;

    private final EmbeddedDatabase database;

    private final URI baseUri = URI.create("http://127.0.0.1:" + Ports.free());

    private final Duration firstStart;

    private final Duration secondStart;

    /** Of which none outlives this JVM. */
    private volatile Process process;

    /** Builds it, starts it over an empty schema, and starts it again. */
    Keycloak(Path unpacked, EmbeddedDatabase database) throws IOException, SQLException {
        this.database = database;
        home = home(unpacked);
        emptySchema();
        process = run("build", "--db=mariadb");
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        await(process, LONGEST_START);
        process = start();
        firstStart = timeToAnswer();
        end();
        process = start();
        secondStart = timeToAnswer();
        send("PUT", "/admin/realms/master", "{\"accessTokenLifespan\":36000}", 204);
    }

    private static Path home(Path unpacked) throws IOException {
        try (var found = Files.list(unpacked)) {
            return found.filter(path -> Files.exists(path.resolve("bin").resolve("kc.sh")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No Keycloak in " + unpacked));
        }
    }

    private void emptySchema() throws SQLException {
        try (Connection connection = database.connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + SCHEMA);
            statement.execute("CREATE DATABASE " + SCHEMA + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }
    }

    private Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("kc.sh").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        File log = home.resolve("benchmark.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", HEAP);
        builder.environment().put("KC_DB_URL", database.jdbcUrl(SCHEMA));
        builder.environment().put("KC_DB_USERNAME", EmbeddedDatabase.USER);
        builder.environment().put("KC_DB_PASSWORD", EmbeddedDatabase.PASSWORD);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", CLIENT);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", SECRET);
        return builder.start();
    }

    private Process start() throws IOException {
        return run(
                "start",
                "--optimized",
                "--cache=local",
                "--hostname-strict=false",
                "--http-enabled=true",
                "--http-host=" + baseUri.getHost(),
                "--http-port=" + baseUri.getPort());
    }

    private static void await(Process finite, Duration longest) {
        try {
            if (!finite.waitFor(longest.toSeconds(), TimeUnit.SECONDS) || finite.exitValue() != 0) {
                throw new IllegalStateException("Keycloak cannot be built; see benchmark.log beside it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Duration timeToAnswer() {
        Instant begun = process.info().startInstant().orElseThrow();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(baseUri.resolve("/realms/master"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Awaitility.await()
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("Keycloak does not start; see benchmark.log beside it");
                    }
                    return client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200;
                });
        return Duration.between(begun, Instant.now());
    }

    /** Over an empty schema, from the start of the process to the first answer. */
    Duration firstStart() {
        return firstStart;
    }

    /** The same with its tables there. */
    Duration secondStart() {
        return secondStart;
    }

    /** The process of the server, which a script has started. */
    long pid() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElseThrow();
    }

    /** A connection that acts as an administrator of every realm that is there now. */
    HttpConnection http() {
        return new HttpConnection(baseUri, token());
    }

    private String token() {
        try (HttpConnection http = new HttpConnection(baseUri, "none")) {
            int status = http.post(
                    "/realms/master/protocol/openid-connect/token",
                    "grant_type=client_credentials&client_id=" + CLIENT + "&client_secret=" + SECRET);
            if (status != 200) {
                throw new IllegalStateException(http.body());
            }
            return read(http.body()).required("access_token").asText();
        }
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    private void send(String method, String path, String json, int expected) {
        try (HttpConnection http = http()) {
            http.send(expected, method, path, json);
        }
    }

    /** Makes a realm, and fills its tables with so many users as its own interface would: each has the default role. */
    void realm(String name, int users) throws SQLException {
        send("POST", "/admin/realms", "{\"realm\":\"" + name + "\",\"enabled\":true}", 201);
        try (Connection connection = DriverManager.getConnection(
                database.jdbcUrl(SCHEMA) + "?useBulkStmts=true", EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD)) {
            connection.setAutoCommit(false);
            try (PreparedStatement realm =
                    connection.prepareStatement("SELECT ID, DEFAULT_ROLE FROM REALM WHERE NAME = ?")) {
                realm.setString(1, name);
                ResultSet row = realm.executeQuery();
                row.next();
                fill(connection, row.getString(1), row.getString(2), users);
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE TABLE USER_ENTITY, USER_ROLE_MAPPING");
            }
        }
    }

    private static void fill(Connection connection, String realm, String role, int users) throws SQLException {
        Names names = new Names(users);
        long now = Instant.now().toEpochMilli();
        try (PreparedStatement user =
                        connection.prepareStatement("INSERT INTO USER_ENTITY (ID, EMAIL, EMAIL_CONSTRAINT,"
                                + " ENABLED, FIRST_NAME, LAST_NAME, REALM_ID, USERNAME, CREATED_TIMESTAMP,"
                                + " LAST_MODIFIED_TIMESTAMP) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)");
                PreparedStatement mapping =
                        connection.prepareStatement("INSERT INTO USER_ROLE_MAPPING (ROLE_ID, USER_ID) VALUES (?, ?)")) {
            for (int number = 1; number <= users; number++) {
                String id = UUID.randomUUID().toString();
                String first = names.first();
                String last = names.last();
                String userName = Names.userName(first, last, number);
                set(user, id, userName, userName, first, last, realm, userName, now + number, now + number);
                set(mapping, role, id);
                if (number % ROWS_A_STATEMENT == 0 || number == users) {
                    user.executeBatch();
                    mapping.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        JdbcChange.set(statement, values);
        statement.addBatch();
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(ORDERLY_END.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        end();
    }
}
