package org.licencedesk.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.licencedesk.launcher.EmbeddedDatabase;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.launcher.Ports;

/** What is measured: a MariaDB and one server over it, started as {@code mvn -Prun} starts them. */
final class Bench implements AutoCloseable {

    static final String OPERATOR = "operator-token-of-the-benchmark";

    private static final String DATABASE = "licence";

    private static final Path TARGET = Path.of("target");

    private static final Path DIRECTORY = TARGET.resolve("benchmark");

    /** Patient, because what is slow shall be measured and not end the run. */
    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private final EmbeddedDatabase database;

    private final Duration firstStart;

    private final Duration firstServerStart;

    private MicroServer server;

    private Bench(EmbeddedDatabase database, MicroServer server, Duration firstStart) {
        this.database = database;
        this.server = server;
        this.firstStart = firstStart;
        firstServerStart = server.timeToReady();
    }

    /**
     * Starts both.
     *
     * @param keep whether the data of an earlier run is used again
     * @param pool MariaDB's buffer pool; it should have room for the largest tenant and its indexes
     */
    static Bench start(boolean keep, String pool) {
        long begun = System.nanoTime();
        Path data = DIRECTORY.resolve("data");
        if (!keep) {
            delete(data);
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(
                data, Ports.free(), Map.of("innodb-buffer-pool-size", pool, "innodb-log-file-size", "1G"));
        try {
            database.createDatabase(DATABASE);
            MicroServer server = server(database);
            return new Bench(database, server, Duration.ofNanos(System.nanoTime() - begun));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static MicroServer server(EmbeddedDatabase database) {
        return MicroServer.builder()
                .jar(TARGET.resolve("payara-micro.jar"))
                .war(TARGET.resolve("licence.war"))
                .workDirectory(DIRECTORY.resolve("server"))
                .patience(LONGEST_START)
                .environment(Map.of(
                        "LICENCE_DB_URL",
                        database.jdbcUrl(DATABASE),
                        "LICENCE_DB_USER",
                        EmbeddedDatabase.USER,
                        "LICENCE_DB_PASSWORD",
                        EmbeddedDatabase.PASSWORD,
                        "LICENCE_OPERATOR_TOKEN",
                        OPERATOR,
                        "LICENCE_API_RATE",
                        "1000000"))
                .start();
    }

    /** From nothing to the first answer: the database is installed and started, the server started, the tables made. */
    Duration firstStart() {
        return firstStart;
    }

    /** The same without the database: how long the server took to make its tables and to answer. */
    Duration firstServerStart() {
        return firstServerStart;
    }

    /** Starts the server once more over the database that runs, and returns how long it took to the first answer. */
    Duration restart() {
        server.close();
        server = server(database);
        return server.timeToReady();
    }

    EmbeddedDatabase database() {
        return database;
    }

    MicroServer server() {
        return server;
    }

    CpuTime cpuTime() {
        return CpuTime.now(server.pid(), database.pid());
    }

    /** A new connection with the driver's options; the caller closes it. */
    Connection connect(String options) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(DATABASE) + options, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
    }

    HttpConnection http(String token) {
        return new HttpConnection(server.baseUri(), token);
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
