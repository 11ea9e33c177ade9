package org.licencedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroServerIT {
    private Path directory;

    @BeforeEach
    void empty_directory(@TempDir Path empty) {
        directory = empty;
    }

    @Test
    void is_ready_when_started_and_gone_when_closed() throws Exception {
        MicroServer server =
                micro("deploys").environment(Map.of("LICENCE_DB_USER", "desk")).start();
        try (server) {
            assertThat(server.isAlive()).isTrue();
            assertThat(server.timeToReady()).isPositive();
            assertThat(body(server)).contains("LICENCE_DB_USER=desk").contains("--nohazelcast");
        }
        assertThat(server.isAlive()).isFalse();
        assertThat(ProcessHandle.of(server.pid())).isEmpty();
        assertThat(Files.readString(server.logFile())).contains("ready in");
    }

    @Test
    void starts_without_an_image_where_none_can_be_made_and_says_so() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        try (MicroServer server = micro("deploys").relay(said::add).start()) {
            assertThat(body(server)).contains("--addlibs", "deploys.war");
            assertThat(said.get(0)).startsWith("Starting slowly, without an image of the server in the user's cache: ");
        }
    }

    @Test
    void can_be_killed_and_started_again_at_the_same_place() throws Exception {
        int port;
        try (MicroServer server = micro("deploys").start()) {
            port = server.baseUri().getPort();
            server.kill();
            assertThat(server.isAlive()).isFalse();
        }
        try (MicroServer again = micro("deploys").port(port).start()) {
            assertThat(body(again)).contains("--port, " + port);
        }
    }

    @Test
    void notices_a_deployment_that_failed_though_the_server_stays_up() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> micro("fails").start())
                .withMessageStartingWith("The application does not start: java.lang.IllegalStateException: no seats")
                .withMessageContaining("server.log");
    }

    @Test
    void notices_a_server_that_ends_by_itself() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> micro("ends").start())
                .withMessageStartingWith("The server ended with status 3");
    }

    @Test
    void names_a_port_that_is_taken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(
                            () -> micro("deploys").port(taken.getLocalPort()).start())
                    .withMessageContaining("Port " + taken.getLocalPort());
        }
    }

    private MicroServer.Builder micro(String behaviour) throws IOException {
        return MicroServer.builder()
                .jar(FakeMicro.jar(directory))
                .war(FakeMicro.war(directory, behaviour))
                .workDirectory(directory.resolve("work"));
    }

    private static String body(MicroServer server) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.baseUri()).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
