package org.licencedesk.ear;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.licencedesk.launcher.Ports;

/** A domain of Payara Server on 127.0.0.1 and ports of its own, set up by the operator's script, with the EAR on it. */
final class PayaraServer implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path PAYARA = TARGET.resolve("payara6");
    private static final Path DOMAINS = TARGET.resolve("domains");
    private static final Path OUTPUT = TARGET.resolve("payara-server.log");
    private static final String DOMAIN = "licence";
    private static final int PATIENCE_IN_SECONDS = 240;

    private final URI address;
    private final Thread lastResort = new Thread(this::stopQuietly);

    private PayaraServer(int port) {
        this.address = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Starts a new domain and deploys {@code licence.ear}.
     *
     * @param settings environment variables for the application
     */
    static PayaraServer start(Map<String, String> settings) throws IOException, InterruptedException {
        delete(DOMAINS);
        int port = Ports.free();
        PayaraServer server = new PayaraServer(port);
        Runtime.getRuntime().addShutdownHook(server.lastResort);
        Path script =
                Path.of("../config/payara-server/set-up.sh").toAbsolutePath().normalize();
        ProcessBuilder setUp = command(
                "sh",
                script.toString(),
                PAYARA.toString(),
                TARGET.resolve("licence.ear").toString());
        setUp.environment().putAll(settings);
        setUp.environment().put("LICENCE_DOMAIN", DOMAIN);
        setUp.environment().put("LICENCE_DOMAIN_DIR", DOMAINS.toString());
        setUp.environment().put("LICENCE_HTTP_ADDRESS", "127.0.0.1");
        setUp.environment().put("LICENCE_HTTP_PORT", Integer.toString(port));
        setUp.environment().put("LICENCE_ADMIN_PORT", Integer.toString(Ports.free()));
        try {
            run(setUp);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Where the application answers. */
    URI address() {
        return address;
    }

    /** What the server wrote to its log. */
    String log() throws IOException {
        return Files.readString(DOMAINS.resolve(DOMAIN).resolve("logs/server.log"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        stop();
    }

    private static void stop() throws IOException, InterruptedException {
        if (Files.exists(DOMAINS.resolve(DOMAIN))) {
            run(command(
                    PAYARA.resolve("bin/asadmin").toString(),
                    "stop-domain",
                    "--kill=true",
                    "--domaindir",
                    DOMAINS.toString(),
                    DOMAIN));
        }
    }

    private void stopQuietly() {
        try {
            stop();
        } catch (IOException e) {
            System.getLogger(PayaraServer.class.getName()).log(System.Logger.Level.WARNING, "Not stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessBuilder command(String... command) {
        ProcessBuilder builder = new ProcessBuilder(List.of(command));
        builder.environment().keySet().removeIf(name -> name.startsWith("LICENCE_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("AS_JAVA", System.getProperty("java.home"));
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(OUTPUT.toFile()));
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        if (process.waitFor() != 0) {
            throw new IOException(builder.command() + " failed: " + Files.readString(OUTPUT));
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
