package org.licencedesk.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    /** Room for a million users and their indexes, as an operator of such a tenant would give. */
    private static final Map<String, String> DATABASE_OPTIONS =
            Map.of("innodb-buffer-pool-size", "2G", "innodb-log-file-size", "1G");

    private final EmbeddedDatabase database;

    private final MicroServer server;

    private Bench(EmbeddedDatabase database, MicroServer server) {
        this.database = database;
        this.server = server;
    }

    static Bench start(boolean keep) {
        Path directory = TARGET.resolve("benchmark");
        Path data = directory.resolve("data");
        if (!keep) {
            delete(data);
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(data, Ports.free(), DATABASE_OPTIONS);
        try {
            database.createDatabase(DATABASE);
            MicroServer server = MicroServer.builder()
                    .jar(TARGET.resolve("payara-micro.jar"))
                    .war(TARGET.resolve("licence.war"))
                    .workDirectory(directory.resolve("server"))
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
            return new Bench(database, server);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
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
