package org.licencedesk.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.licencedesk.launcher.intake.Opening;

/**
 * One Payara Micro as a child process with one WAR at the root of one HTTP port. It opens no other port: no cluster,
 * no TLS, no debugger. Nodes of the product meet in the database only.
 */
public final class MicroServer implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ORDERLY_END = Duration.ofSeconds(30);

    private final Child child;
    private final ServerLog log;
    private final URI baseUri;
    private final Duration timeToReady;

    private MicroServer(Builder builder) {
        long startedAt = System.nanoTime();
        this.baseUri = URI.create("http://" + reachable(builder.address) + ":" + builder.port);
        this.log = new ServerLog(builder.workDirectory.resolve("server.log"), builder.relay);
        this.child = Child.start(builder.process());
        try {
            child.process().getOutputStream().close();
            log.follow(child.process().getInputStream());
            awaitReady(builder.readyPath, builder.patience);
        } catch (IOException e) {
            child.kill();
            throw new UncheckedIOException(e);
        } catch (LaunchException e) {
            child.kill();
            throw e;
        }
        this.timeToReady = Duration.ofNanos(System.nanoTime() - startedAt);
        builder.image.ifPresent(image -> image.archiveLater(builder.classList()));
    }

    private static String reachable(String address) {
        if (address.equals("0.0.0.0")) {
            return "127.0.0.1";
        }
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private void awaitReady(String path, Duration patience) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(baseUri.resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
        boolean decided = Waiting.until(
                patience,
                POLL,
                () -> !child.isAlive()
                        || log.start() == ServerLog.Start.FAILED
                        || (log.start() == ServerLog.Start.DONE && answers(client, request)));
        if (!child.isAlive()) {
            throw failed("The server ended with status " + child.process().exitValue());
        }
        if (log.start() == ServerLog.Start.FAILED) {
            throw failed("The application does not start");
        }
        if (!decided) {
            throw failed(path + " was not ready within " + patience.toSeconds() + " s");
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private LaunchException failed(String what) {
        return new LaunchException(what + log.cause().map(cause -> ": " + cause).orElse("") + "; see " + log.file());
    }

    /** What to start. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where it answers, without a path: {@code http://127.0.0.1:8080}. */
    public URI baseUri() {
        return baseUri;
    }

    /** What the server printed since this start; the part before the last 20 MB is dropped. */
    public Path logFile() {
        return log.file();
    }

    /** The newest lines that the server printed. */
    public String lastLogLines() {
        return log.lastLines();
    }

    /** From the start of the process to the first ready answer. */
    public Duration timeToReady() {
        return timeToReady;
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return child.isAlive();
    }

    /** The process id. */
    public long pid() {
        return child.process().pid();
    }

    /** Waits until the server ends by itself or is ended, and returns its exit status. */
    public int awaitEnd() throws InterruptedException {
        return child.process().waitFor();
    }

    /** Ends the process without notice (SIGKILL), as a crash would. */
    public void kill() {
        child.kill();
    }

    /** Ends the server in order: running requests are finished, the application is stopped. */
    @Override
    public void close() {
        child.end(ORDERLY_END);
    }

    /** What to start; jar, WAR and work directory must be given. */
    public static final class Builder {
        private Optional<Path> jar = Optional.empty();
        private Optional<Path> war = Optional.empty();
        private Optional<StartImage> image = Optional.empty();
        private Path workDirectory = Path.of("target", "micro");
        private OptionalInt chosenPort = OptionalInt.empty();
        private int port;
        private String address = "127.0.0.1";
        private String readyPath = "/health/ready";
        private Duration patience = Duration.ofMinutes(3);
        private Consumer<String> relay = line -> {};
        private final Map<String, String> environment = new LinkedHashMap<>();
        private final List<String> jvmOptions = new ArrayList<>(List.of("-Xmx320m", "-XX:+UseParallelGC"));
        private final List<String> serverOptions = new ArrayList<>();

        private Builder() {}

        /** The path of payara-micro.jar. */
        public Builder jar(Path jar) {
            this.jar = Optional.of(jar.toAbsolutePath());
            return this;
        }

        /** The WAR to deploy. */
        public Builder war(Path war) {
            this.war = Optional.of(war.toAbsolutePath());
            return this;
        }

        /** A directory that belongs to this server alone, for its configuration and its log; made if missing. */
        public Builder workDirectory(Path directory) {
            this.workDirectory = directory.toAbsolutePath();
            return this;
        }

        /** The HTTP port; a free one if not given. */
        public Builder port(int number) {
            this.chosenPort = OptionalInt.of(number);
            return this;
        }

        /** The address to listen on; 127.0.0.1 if not given, {@code 0.0.0.0} for all. */
        public Builder address(String ip) {
            this.address = ip;
            return this;
        }

        /** A path that answers 200 when the application is ready; {@code /health/ready} if not given. */
        public Builder readyPath(String path) {
            this.readyPath = path;
            return this;
        }

        /** How long the start may take; three minutes if not given. */
        public Builder patience(Duration atMost) {
            this.patience = atMost;
            return this;
        }

        /** Gets each line of the server's log, on another thread. */
        public Builder relay(Consumer<String> lines) {
            this.relay = lines;
            return this;
        }

        /** Environment variables for the server. Of this process's own, those that begin with LICENCE_ are not passed on. */
        public Builder environment(Map<String, String> variables) {
            environment.putAll(variables);
            return this;
        }

        /** Options of the Java virtual machine, after {@code -Xmx320m -XX:+UseParallelGC}. */
        public Builder jvmOptions(String... options) {
            jvmOptions.addAll(List.of(options));
            return this;
        }

        /** Further options of Payara Micro. */
        public Builder serverOptions(String... options) {
            serverOptions.addAll(List.of(options));
            return this;
        }

        /**
         * Starts the server and returns when the application is ready.
         *
         * @throws LaunchException when the port is taken, the application does not start, or is not ready in time;
         *     nothing is left running then
         */
        public MicroServer start() {
            port = chosenPort.orElseGet(Ports::free);
            if (!Ports.isFree(address, port)) {
                throw new LaunchException("Port " + port + " of " + address + ", meant for HTTP, is taken");
            }
            return new MicroServer(this);
        }

        private ProcessBuilder process() {
            Path root = workDirectory.resolve("micro");
            Path bootCommands = workDirectory.resolve("boot-commands");
            Path openCommand = workDirectory.resolve("open-command");
            Path logProperties = workDirectory.resolve("logging.properties");
            Path intake = workDirectory.resolve("intake.jar");
            Path temporary = workDirectory.resolve("tmp");
            try {
                Directories.delete(root);
                Directories.delete(temporary);
                Files.createDirectories(temporary);
                Files.writeString(bootCommands, bootCommands());
                Files.writeString(openCommand, "create-system-properties " + Opening.PROPERTY + "=true\n");
                ServerExtension.write(intake);
                try (InputStream properties = resource("logging.properties")) {
                    Files.write(logProperties, properties.readAllBytes());
                }
            } catch (IOException e) {
                throw new LaunchException("Cannot write to " + workDirectory + ": " + e.getMessage(), e);
            }
            List<String> command = new ArrayList<>();
            command.add(Child.JAVA);
            command.add("-Dfile.encoding=UTF-8");
            command.add("-Djava.io.tmpdir=" + temporary);
            command.addAll(jvmOptions);
            command.addAll(deployment(root, intake));
            command.addAll(List.of("--contextroot", "/"));
            command.addAll(List.of("--port", Integer.toString(port), "--rootdir", root.toString()));
            command.addAll(List.of("--prebootcommandfile", bootCommands.toString()));
            command.addAll(List.of("--postdeploycommandfile", openCommand.toString()));
            command.addAll(List.of("--logproperties", logProperties.toString()));
            command.addAll(List.of("--nohazelcast", "--disablephonehome"));
            command.addAll(serverOptions);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(workDirectory.toFile())
                    .redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("LICENCE_"));
            builder.environment().putAll(environment);
            return builder;
        }

        private List<String> deployment(Path root, Path intake) {
            Path server = given(jar, "jar");
            Path application = given(war, "war");
            try {
                image = StartImage.of(server, application, workDirectory);
                if (image.isPresent()) {
                    Path deployed = Files.createDirectories(workDirectory.resolve("deployed"))
                            .resolve(application.getFileName().toString());
                    image.get().layOut(root, application, deployed);
                    return Stream.concat(
                                    image.get().command(intake, classList()).stream(),
                                    Stream.of("--deploy", deployed.toString()))
                            .toList();
                }
            } catch (IOException e) {
                image = Optional.empty();
                relay.accept("Starting slowly, without an image of the server in the user's cache: " + e.getMessage());
            }
            return List.of(
                    "-jar", server.toString(), "--addlibs", intake.toString(), "--deploy", application.toString());
        }

        private Path classList() {
            return workDirectory.resolve("classes.lst");
        }

        /**
         * Where to listen; a connection is kept however many requests come over it, and a request has its worker when it is
         * whole. HTTP/2, which nobody speaks without TLS, would go another way. The server says neither what it is nor, unless
         * that is wanted, how it is.
         */
        private String bootCommands() {
            String network = "network-config.";
            String listener = network + "network-listeners.network-listener.http-listener.";
            String http = network + "protocols.protocol.http-listener.http.";
            return Stream.of(
                            listener + "address=" + address,
                            http + "max-connections=-1",
                            http + "http2-enabled=false",
                            http + "server-header=false",
                            network + "transports.transport.tcp.io-strategy=" + ServerExtension.IO_STRATEGY,
                            "microprofile-metrics-configuration.enabled="
                                    + environment.getOrDefault("LICENCE_METRICS_OPEN", "false"))
                    .map(setting -> "set configs.config.server-config." + setting + "\n")
                    .collect(Collectors.joining());
        }

        private static InputStream resource(String name) throws IOException {
            return Optional.ofNullable(MicroServer.class.getResourceAsStream(name))
                    .orElseThrow(() -> new IOException("The launcher lacks its " + name));
        }

        private static Path given(Optional<Path> path, String what) {
            return path.filter(Files::isRegularFile)
                    .orElseThrow(() -> new LaunchException(
                            "There is no " + what + path.map(p -> " " + p).orElse(" given")));
        }
    }
}
