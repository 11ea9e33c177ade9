package org.licencedesk.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.licencedesk.settings.Settings;
import org.licencedesk.settings.SettingsException;

/**
 * Starts the product from the command line: checks what it needs, runs the server as a child process and ends with
 * its status. What is missing or wrong is said in one line on standard error, with status 1.
 */
public final class Launcher {
    private static final String DATABASE = "licence";

    private final PrintStream console;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean ending;

    private Launcher(PrintStream console) {
        this.console = console;
    }

    /** @param arguments see {@code --help} */
    public static void main(String... arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        int status;
        try {
            status = new Launcher(System.out).run(Options.parse(List.of(arguments)), System.getenv());
        } catch (LaunchException | SettingsException e) {
            System.err.println(e.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private int run(Options options, Map<String, String> variables) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "licence-end"));
        if (options.endWithParent()) {
            endWithParent();
        }
        try {
            MicroServer server = options.demo().isPresent()
                    ? demo(options, options.demo().get())
                    : real(options, Settings.from(variables));
            int status = server.awaitEnd();
            endAll();
            return status;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(Launcher::endWith);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The process ends with it.
    private static void endWith(ProcessHandle parent) {
        parent.onExit().thenRun(() -> System.exit(1));
    }

    private MicroServer real(Options options, Settings settings) {
        int port = settings.http().port();
        if (!Ports.isFree(settings.http().address(), port)) {
            throw new LaunchException("Port " + port + " of " + settings.http().address()
                    + " is taken or not of this machine: choose others with LICENCE_HTTP_PORT, LICENCE_HTTP_ADDRESS");
        }
        DatabaseCheck.check(settings.database());
        MicroServer server = start(options, settings, Map.of(), console::println);
        console.println("Licence Desk is ready at " + server.baseUri());
        return server;
    }

    private MicroServer demo(Options options, Options.Demo demo) {
        requireFree(demo.httpPort(), "HTTP", "http");
        requireFree(demo.databasePort(), "MariaDB", "db");
        console.println("Starting MariaDB and the server; their logs are in " + demo.data());
        EmbeddedDatabase database = keep(EmbeddedDatabase.start(demo.data().resolve("mariadb"), demo.databasePort()));
        database.createDatabase(DATABASE);
        Settings settings = Settings.from(Map.of(
                "LICENCE_DB_URL",
                database.jdbcUrl(DATABASE),
                "LICENCE_DB_USER",
                EmbeddedDatabase.USER,
                "LICENCE_DB_PASSWORD",
                EmbeddedDatabase.PASSWORD,
                "LICENCE_HTTP_PORT",
                Integer.toString(demo.httpPort()),
                "LICENCE_HTTP_ADDRESS",
                "127.0.0.1",
                // Everybody in a demo was added just now.
                "LICENCE_SPARED_DAYS",
                "0",
                "LICENCE_ACCOUNT_MANAGER_NAME",
                "Morgan Reyes",
                "LICENCE_ACCOUNT_MANAGER_EMAIL",
                "manager@vendor.example",
                "LICENCE_ACCOUNT_MANAGER_PHONE",
                "+44 20 7946 0018"));
        MicroServer server = start(options, settings, Map.of("LICENCE_DEMO", "true"), line -> {});
        console.println(welcome(server.baseUri()));
        return server;
    }

    private static void requireFree(int port, String purpose, String option) {
        if (!Ports.isFree(port)) {
            throw new LaunchException("Port " + port + ", meant for " + purpose + ", is taken: choose another with --"
                    + option + "-port (mvn -Prun -Dlicence." + option + ".port=N)");
        }
    }

    private MicroServer start(Options options, Settings settings, Map<String, String> further, Consumer<String> relay) {
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.putAll(further);
        try {
            Files.createDirectories(options.work());
        } catch (IOException e) {
            throw new LaunchException("--work is wrong: " + options.work() + " cannot be made", e);
        }
        return keep(MicroServer.builder()
                .jar(options.micro())
                .war(options.war())
                .workDirectory(options.work())
                .address(settings.http().address())
                .port(settings.http().port())
                .environment(environment)
                .jvmOptions("-Xmx" + options.memory())
                .relay(relay)
                .start());
    }

    private <T extends AutoCloseable> T keep(T started) {
        synchronized (running) {
            if (!ending) {
                running.push(started);
                return started;
            }
        }
        close(started);
        throw new LaunchException("Ended before it was ready");
    }

    private void endAll() {
        synchronized (running) {
            ending = true;
            running.forEach(this::close);
            running.clear();
        }
    }

    private void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            console.println("While ending: " + e.getMessage());
        }
    }

    private static String welcome(URI address) {
        return """

                Licence Desk is ready: %s

                  Sign in with the password  licence-demo
                    admin@demo.example       System Admin of "demo"
                    standard@demo.example    Standard user of "demo"
                    admin@other.example      System Admin of "other", whose Setup Wizard is not finished
                    manager@vendor.example   Account Manager of "demo" and "other"
                    operator@vendor.example  Operator

                  Tokens for the API (Authorization: Bearer ...)
                    demo-admin-token         System Admin of "demo"
                    other-admin-token        System Admin of "other"
                    demo-manager-token       Account Manager
                    demo-operator-token      Operator

                Ctrl-C ends it.
                """.formatted(address);
    }
}
