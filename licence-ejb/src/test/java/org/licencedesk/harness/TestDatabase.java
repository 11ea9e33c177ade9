package org.licencedesk.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.licencedesk.launcher.EmbeddedDatabase;
import org.licencedesk.launcher.Ports;

/** One MariaDB for all tests of the JVM, gone with it. It does not wait for the disk at each commit. */
public final class TestDatabase {
    private static final Path DIRECTORY = Path.of(
            "target", "test-database", Long.toString(ProcessHandle.current().pid()));
    /** What they tell, a test that fails tells too. Loggers have to be held, or they forget their level. */
    private static final List<Logger> TALKATIVE = Stream.of(
                    "org.flywaydb", "org.hibernate", "org.jboss", "io.agroal", "org.mariadb.jdbc")
            .map(Logger::getLogger)
            .toList();

    private TestDatabase() {}

    /** @return the server, which is started by the first who asks */
    public static EmbeddedDatabase server() {
        return Holder.SERVER;
    }

    /** @return the JDBC address of a database of that name, made unless it is there */
    public static String database(String name) {
        server().createDatabase(name);
        return server().jdbcUrl(name);
    }

    private static EmbeddedDatabase start() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
        EmbeddedDatabase server = EmbeddedDatabase.start(
                DIRECTORY.resolve("data"),
                Ports.free(),
                Map.of(
                        "innodb-flush-log-at-trx-commit", "0",
                        "innodb-log-file-size", "16M",
                        "innodb-buffer-pool-size", "64M"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
        return server;
    }

    private static void end(EmbeddedDatabase server) {
        server.close();
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final EmbeddedDatabase SERVER = start();
    }
}
