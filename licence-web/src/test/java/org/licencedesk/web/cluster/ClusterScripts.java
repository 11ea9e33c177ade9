package org.licencedesk.web.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.launcher.Ports;
import org.licencedesk.web.fixture.Installation;

/** Three servers of MariaDB that the scripts of one shape in config/cluster made; they are numbered from 1 to 3. */
final class ClusterScripts {

    /** The number of database nodes. */
    static final int NODES = 3;

    private static final List<Path> NEEDED = List.of(
            Path.of("/usr/sbin/mariadbd"),
            Path.of("/usr/bin/mariadb-backup"),
            Path.of("/usr/lib/galera/libgalera_smm.so"),
            Path.of("/usr/sbin/haproxy"),
            Path.of("/usr/bin/socat"));

    private static final Duration LONGEST_SCRIPT = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Ports that the system hands out to nobody: a server that is away for a while finds its own free again. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 32_000;

    /** How many ports, from the lowest on, the scripts may use. */
    private static final int PORTS = 34;

    private final Path scripts;

    private final Path directory;

    private final int basePort;

    private final Map<String, String> settings;

    private ClusterScripts(Path scripts, Path directory, int basePort) {
        this.scripts = scripts;
        this.directory = directory;
        this.basePort = basePort;
        if (Files.exists(directory.resolve("base-port"))) {
            run("stop");
        }
        delete(directory);
        run("start", Integer.toString(basePort));
        this.settings = settings(directory.resolve("licence.env"));
    }

    /** Leaves the test out, with a line that says so, where Debian's packages are not installed. */
    static void assumeInstalled() {
        List<Path> missing = NEEDED.stream().filter(file -> !Files.exists(file)).toList();
        String message = "The tests on a cluster of databases are left out: there is no " + missing;
        if (!missing.isEmpty()) {
            System.err.println(message);
        }
        assumeTrue(missing.isEmpty(), message);
    }

    /**
     * Makes and starts a cluster anew.
     *
     * @param shape the directory in config/cluster
     */
    static ClusterScripts start(String shape) {
        Path scripts =
                Path.of("..", "config", "cluster", shape).toAbsolutePath().normalize();
        return new ClusterScripts(scripts, Path.of("target", "cluster", shape).toAbsolutePath(), freePorts());
    }

    private static int freePorts() {
        Random random = new Random();
        return random.ints(LOWEST_PORT, HIGHEST_PORT)
                .filter(base -> IntStream.range(base, base + PORTS).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static void delete(Path tree) {
        execute(List.of("rm", "-rf", tree.toString()));
    }

    private static Map<String, String> settings(Path file) {
        try {
            Map<String, String> read = new HashMap<>();
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                read.put(line.substring(0, equals), line.substring(equals + 1));
            }
            return Map.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a script of the shape on this cluster, and returns what it printed.
     *
     * @throws IllegalStateException if it ends with another status than 0, with what it printed
     */
    String run(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(scripts.resolve(script).toString(), directory.toString()));
        command.addAll(List.of(arguments));
        return execute(command);
    }

    private static String execute(List<String> command) {
        try {
            Path output = Files.createTempFile("cluster", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("LICENCE_BUFFER_POOL", "64M");
            Process process = builder.start();
            boolean ended = process.waitFor(LONGEST_SCRIPT.toSeconds(), TimeUnit.SECONDS);
            String text = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + (ended ? " failed: " : " did not end: ") + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return the port at which the database node takes statements; 0 is the proxy */
    int port(int node) {
        return basePort + node;
    }

    /** @return the JDBC address that the scripts wrote down, with the node's first and the others after it in a circle */
    String url(int first) {
        List<String> hosts = IntStream.range(0, NODES)
                .mapToObj(step -> "127.0.0.1:" + port(1 + (first - 1 + step) % NODES))
                .toList();
        return setting("LICENCE_DB_URL").replaceFirst("//[^/]+/", "//" + String.join(",", hosts) + "/");
    }

    /** @return the JDBC address of one database node, or with 0 that of the proxy */
    String urlOfOnly(int node) {
        return "jdbc:mariadb://127.0.0.1:" + port(node) + "/licence";
    }

    /** @return a connection to one database node, or with 0 through the proxy, with the rights that the product has */
    Connection connect(int node) throws SQLException {
        return DriverManager.getConnection(
                urlOfOnly(node) + "?connectTimeout=3000&socketTimeout=60000",
                setting("LICENCE_DB_USER"),
                setting("LICENCE_DB_PASSWORD"));
    }

    private String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    /** Ends the database node without notice (SIGKILL). */
    void kill(int node) {
        process(node).destroyForcibly();
        try {
            process(node).onExit().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends the signal to the database node: {@code STOP} or {@code CONT}. */
    void signal(int node, String signal) {
        execute(List.of("kill", "-" + signal, Long.toString(process(node).pid())));
    }

    /** Runs the statement on the database node as its administrator, over its socket. */
    void administer(int node, String statement) {
        Path socket = directory.resolve(Integer.toString(node)).resolve("data").resolve("mariadbd.sock");
        execute(List.of(
                "mariadb",
                "--no-defaults",
                "--socket=" + socket,
                "--user=" + System.getProperty("user.name"),
                "--execute=" + statement));
    }

    private ProcessHandle process(int node) {
        try {
            String pid = Files.readString(
                            directory.resolve(Integer.toString(node)).resolve("mariadbd.pid"))
                    .strip();
            return ProcessHandle.of(Long.parseLong(pid))
                    .orElseThrow(() -> new IllegalStateException("Node " + node + " does not run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a node of the product; the caller closes it.
     *
     * @param name a name of its own
     * @param url the JDBC address that it gets
     */
    MicroServer desk(String name, String url) {
        int port = Ports.free();
        return MicroServer.builder()
                .jar(Path.of("target", "payara-micro.jar"))
                .war(Path.of("target", "licence.war"))
                .workDirectory(directory.resolve(name))
                .port(port)
                .environment(Map.of(
                        "LICENCE_PUBLIC_URL",
                        "http://127.0.0.1:" + port,
                        "LICENCE_DB_URL",
                        url,
                        "LICENCE_DB_USER",
                        setting("LICENCE_DB_USER"),
                        "LICENCE_DB_PASSWORD",
                        setting("LICENCE_DB_PASSWORD"),
                        "LICENCE_OPERATOR_TOKEN",
                        Installation.OPERATOR,
                        "LICENCE_SETUP_CODE",
                        Installation.SETUP_CODE,
                        "LICENCE_API_RATE",
                        "100000"))
                .jvmOptions("-XX:TieredStopAtLevel=1", "-XX:-UseParallelGC", "-XX:+UseSerialGC")
                .patience(PATIENCE)
                .start();
    }

    /** Ends the databases. */
    void stop() {
        run("stop");
    }
}
