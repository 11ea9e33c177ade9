package org.licencedesk.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A real MariaDB of one's own on 127.0.0.1, as a child process of this JVM, for the demo and for tests. Its data
 * directory is kept, and can be started again, also after a crash. What MariaDB prints goes to a file beside the data
 * directory. It listens on 127.0.0.1 alone, where everybody on the machine may sign in as {@link #USER}.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** The account that may do everything. */
    public static final String USER = "licence";
    /** The password of {@link #USER}. */
    public static final String PASSWORD = "licence";

    private static final String COLLATION = "utf8mb4_uca1400_nopad_as_ci";
    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration STATEMENT = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(100);

    private final MariaDbBinaries binaries;
    private final Path dataDirectory;
    private final int port;
    private final Map<String, String> options;
    private Child server;

    private EmbeddedDatabase(MariaDbBinaries binaries, Path dataDirectory, int port, Map<String, String> options) {
        this.binaries = binaries;
        this.dataDirectory = dataDirectory;
        this.port = port;
        this.options = options;
        this.server = launch();
    }

    /** Starts with the default options. */
    public static EmbeddedDatabase start(Path dataDirectory, int port) {
        return start(dataDirectory, port, Map.of());
    }

    /**
     * Starts MariaDB and returns when it answers.
     *
     * @param dataDirectory made when missing or empty, otherwise taken as it is
     * @param options server options without their leading dashes, such as {@code innodb-buffer-pool-size} to
     *     {@code 1G}; they replace the defaults, but never the address
     * @throws LaunchException when the port or the data directory is taken, or MariaDB does not start
     */
    public static EmbeddedDatabase start(Path dataDirectory, int port, Map<String, String> options) {
        if (!Ports.isFree(port)) {
            throw new LaunchException("Port " + port + ", meant for the embedded MariaDB, is taken");
        }
        Path data = dataDirectory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(data.getParent());
            MariaDbBinaries binaries = MariaDbBinaries.unpacked(data.resolveSibling("mariadb-binaries"));
            awaitLeavingOf(data);
            install(binaries, data);
            return new EmbeddedDatabase(binaries, data, port, Map.copyOf(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install(MariaDbBinaries binaries, Path data) throws IOException {
        if (!Directories.isMissingOrEmpty(data)) {
            if (!Files.isDirectory(data.resolve("mysql"))) {
                throw new LaunchException(data + " is not a data directory of MariaDB");
            }
            return;
        }
        Path copying = data.resolveSibling(data.getFileName() + ".copying");
        Directories.delete(copying);
        Directories.copy(binaries.emptyData(), copying);
        Files.deleteIfExists(data);
        Files.move(copying, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A server whose launcher was killed needs a moment to end, too; two on the same data would be a long failure. */
    private static void awaitLeavingOf(Path data) throws IOException {
        Path pidFile = data.resolve("mariadbd.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> other = Optional.of(Files.readString(pidFile).strip())
                .filter(pid -> pid.matches("\\d+"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(process -> process.info().command().orElse("").contains("mariadbd"));
        if (other.isPresent()
                && !Waiting.until(
                        Duration.ofSeconds(20), POLL, () -> !other.get().isAlive())) {
            throw new LaunchException(data + " is in use by the MariaDB with process id "
                    + other.get().pid());
        }
    }

    private Child launch() {
        Child child;
        try {
            Path initFile = dataDirectory.resolve("accounts.sql");
            Files.writeString(initFile, accounts());
            child = Child.start(binaries.server(arguments(initFile))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Waiting.until(LONGEST_START, POLL, () -> !child.isAlive() || answers()) || !child.isAlive()) {
            child.end(Duration.ZERO);
            throw new LaunchException("MariaDB does not start; see " + logFile());
        }
        return child;
    }

    private static String accounts() {
        return "CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';%nGRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;%n"
                .formatted(USER, PASSWORD);
    }

    private List<String> arguments(Path initFile) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("character-set-server", "utf8mb4");
        all.put("collation-server", COLLATION);
        all.put("default-time-zone", "+00:00");
        all.put("innodb-buffer-pool-size", "256M");
        all.put("innodb-flush-log-at-trx-commit", "1");
        all.put("max-allowed-packet", "64M");
        all.put("max-connections", "400");
        options.forEach((name, value) -> all.put(name.replace('_', '-'), value));
        all.put("basedir", binaries.home().toString());
        all.put("datadir", dataDirectory.toString());
        all.put("bind-address", "127.0.0.1");
        all.put("port", Integer.toString(port));
        // Relative to the data directory: the whole path could be longer than a socket's may be.
        all.put("socket", "mariadbd.sock");
        all.put("pid-file", dataDirectory.resolve("mariadbd.pid").toString());
        all.put("init-file", initFile.toString());
        if ("root".equals(System.getProperty("user.name"))) {
            all.put("user", "root");
        }
        // Without TLS, which on loopback protects nothing: its new key would cost up to 15 s at every start.
        List<String> arguments =
                new ArrayList<>(List.of("--no-defaults", "--console", "--skip-name-resolve", "--skip-ssl"));
        all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    private boolean answers() {
        try (Connection connection = connect("", ANSWER)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The JDBC address of a database of this server; an empty name stands for none in particular. */
    public String jdbcUrl(String databaseName) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + databaseName;
    }

    /** A new connection as {@link #USER}, whose statements may take ten minutes each; whoever asks for it closes it. */
    public Connection connect(String databaseName) throws SQLException {
        return connect(databaseName, STATEMENT);
    }

    private Connection connect(String databaseName, Duration silence) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", PASSWORD);
        properties.setProperty("connectTimeout", Long.toString(ANSWER.toMillis()));
        properties.setProperty("socketTimeout", Long.toString(silence.toMillis()));
        return DriverManager.getConnection(jdbcUrl(databaseName), properties);
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The process id of the server that runs now, or that ran last. */
    public synchronized long pid() {
        return server.process().pid();
    }

    /** What MariaDB printed: beside the data directory. */
    public Path logFile() {
        return logOf(dataDirectory);
    }

    private static Path logOf(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /**
     * Makes this database, in the character set and collation that the product needs, unless it is there.
     *
     * @param name letters, digits and underscores
     */
    public void createDatabase(String name) {
        if (!name.matches("\\w+")) {
            throw new IllegalArgumentException("Not a plain database name: " + name);
        }
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4 COLLATE " + COLLATION);
        } catch (SQLException e) {
            throw new LaunchException("Cannot make the database " + name + ": " + e.getMessage(), e);
        }
    }

    /** Ends the server without notice (SIGKILL), as a crash would. {@link #restart()} recovers. */
    public synchronized void kill() {
        server.kill();
    }

    /** Starts the server again on the same port and data, ending it first if it runs. Returns when it answers. */
    public synchronized void restart() {
        server.end(LONGEST_START);
        server = launch();
    }

    /** Ends the server in order. The data directory stays. */
    @Override
    public synchronized void close() {
        server.end(LONGEST_START);
    }
}
