package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.RawHttp;
import org.licencedesk.web.fixture.SlowClients;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

/** Who sends slowly occupies nothing that others need, and not for ever. */
class SlowClientsIT {

    private static final int CLIENTS = 1_000;

    private static final int NOT_READING = 400;

    private static final Pattern SCRIPT = Pattern.compile("<script[^>]* src=\"([^\"]+)\"");

    private static final String HEAD = "GET /sign-in HTTP/1.1\r\nHost: desk\r\nX-Slow: ";

    private static final String FORM = "POST /sign-in HTTP/1.1\r\nHost: desk\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na";

    private static final String JSON = "POST /api/v1/tenants HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer "
            + Installation.OPERATOR + "\r\nContent-Type: application/json\r\n";

    private static final String LONG_JSON = JSON + "Content-Length: 1000\r\n\r\n{";

    private static final String CHUNKS = JSON + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n";

    private final Installation installation = Installation.shared();

    private final URI node = installation.first().baseUri();

    private final TestTenant tenant = TestTenant.create(Api.of(installation.first()), 3);

    @Test
    void a_thousand_who_send_a_byte_a_second_keep_nobody_waiting_and_who_is_too_late_is_told_so() {
        String[] begins = {HEAD, FORM, LONG_JSON, CHUNKS};
        new Visitor(node).signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
        try (RawHttp late = RawHttp.open(node).send(HEAD);
                SlowClients clients = SlowClients.open(node, CLIENTS, number -> begins[number % begins.length])) {
            Timed<Integer> ready =
                    Timed.of(() -> new Visitor(node).get("/ready").statusCode());
            assertThat(ready.result()).isEqualTo(200);
            assertThat(ready.took()).isLessThan(Duration.ofSeconds(1));
            for (int attempt = 0; attempt < 3; attempt++) {
                Timed<Integer> signIn = Timed.of(() -> new Visitor(node)
                        .signIn(tenant.slug(), "admin", TestTenant.PASSWORD)
                        .statusCode());
                assertThat(signIn.result()).isEqualTo(303);
                assertThat(signIn.took()).isLessThan(Duration.ofSeconds(2));
            }

            await().atMost(Duration.ofSeconds(15)).until(() -> clients.ended() >= CLIENTS / begins.length);
            await().atMost(Duration.ofSeconds(15)).until(() -> clients.ended() == CLIENTS);
            assertThat(late.readAll()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void four_hundred_who_do_not_read_their_answers_keep_nobody_waiting() throws IOException {
        String large = largestScript();
        List<Socket> clients = new ArrayList<>();
        try {
            for (int number = 0; number < NOT_READING; number++) {
                Socket client = new Socket();
                clients.add(client);
                client.setReceiveBufferSize(4096);
                client.connect(new InetSocketAddress(node.getHost(), node.getPort()));
                client.getOutputStream()
                        .write(("GET " + large + " HTTP/1.1\r\nHost: desk\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                Timed<Integer> signIn = Timed.of(() -> new Visitor(node)
                        .signIn(tenant.slug(), "admin", TestTenant.PASSWORD)
                        .statusCode());
                assertThat(signIn.result()).isEqualTo(303);
                assertThat(signIn.took()).isLessThan(Duration.ofSeconds(2));
            });
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    /** @return the address of the largest script of the sign-in page, which anybody may ask for */
    private String largestScript() {
        Visitor visitor = new Visitor(node);
        return SCRIPT.matcher(visitor.get("/sign-in").body())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .max(Comparator.comparingInt(
                        address -> visitor.get(address).body().length()))
                .orElseThrow();
    }

    @ParameterizedTest // a body in pieces is read as if it had come at once
    @ValueSource(strings = {"Content-Length: 13", "Transfer-Encoding: chunked"})
    void who_is_slow_but_in_time_is_answered(String length) {
        try (RawHttp slow = RawHttp.open(node)) {
            slow.send(JSON + length + "\r\nConnection: close\r\n\r\n");
            for (String piece : new String[] {"{\"slug\"", ":\"", "no", "\"}"}) {
                boolean chunked = length.startsWith("Transfer");
                slow.send(chunked ? Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n" : piece);
                await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            }
            String answer =
                    slow.send(length.startsWith("Transfer") ? "0\r\n\r\n" : "").readAll();
            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("/firstAdmin")
                    .doesNotContain("unreadable");
        }
    }

    @Test
    void who_waits_to_be_told_to_send_its_body_is_told_so_once() {
        try (RawHttp waiting = RawHttp.open(node)) {
            waiting.send(JSON + "Content-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
            assertThat(waiting.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            assertThat(waiting.send("{}").readAll()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void two_requests_sent_at_once_are_answered_in_order() {
        try (RawHttp pipelined = RawHttp.open(node)) {
            String first = "GET /ready HTTP/1.1\r\nHost: desk\r\n\r\n";
            String last = "GET /api/v1/terms/none HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n";
            assertThat(pipelined.send(first + last).readAll())
                    .startsWith("HTTP/1.1 200 ")
                    .contains("}HTTP/1.1 404 ");
        }
    }

    @Test
    void who_would_rather_speak_another_protocol_is_answered_in_this_one() throws IOException, InterruptedException {
        HttpClient newer =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpResponse<String> answer = newer.send(
                HttpRequest.newBuilder(node.resolve("/api/v1/tenants"))
                        .header("Authorization", "Bearer " + Installation.OPERATOR)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(20))
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024, 64 * 1024 + 1, 1024 * 1024})
    void a_body_that_fits_is_read_and_one_that_does_not_is_refused(int length) {
        String body = "{\"slug\":\"" + "x".repeat(length - "{\"slug\":\"\"}".length()) + "\"}";
        int expected = length > 64 * 1024 ? 413 : 400;
        assertThat(Api.of(installation.first())
                        .send("POST", "/tenants", body, Map.of())
                        .status())
                .isEqualTo(expected);
    }
}
