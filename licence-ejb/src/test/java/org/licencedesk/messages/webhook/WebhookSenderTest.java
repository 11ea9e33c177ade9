package org.licencedesk.messages.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.platform.outbox.Outcome.Result;

/** One attempt: what is called, what is not, and what it may cost. */
class WebhookSenderTest {
    private static final Duration SOON = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WebhookSender trusting = sender("127.0.0.1", Dns.SYSTEM, PATIENCE);

    private final WebhookSender impatient = sender("127.0.0.1", Dns.SYSTEM, SOON);

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void every_2xx_is_taken(int status) {
        try (Receiver receiver = Receiver.answering(status)) {
            assertThat(trusting.send(to(receiver.url())))
                    .isEqualTo(DeliveryOutcome.answered(status))
                    .satisfies(taken -> assertThat(taken.result()).isEqualTo(Result.DELIVERED));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 404, 429, 500, 503})
    void anything_else_is_a_refusal_and_no_redirect_is_followed(int status) {
        try (Receiver receiver = Receiver.answering(status)) {
            assertThat(trusting.send(to(receiver.url())))
                    .isEqualTo(new DeliveryOutcome(
                            Optional.of(status), Optional.of(DeliveryFailure.REFUSED), Optional.empty()));
            assertThat(receiver.got()).extracting(Receiver.Got::path).containsExactly("/hook");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 1 | PT1S",
                "503 | 86399 | PT23H59M59S",
                "503 | 86400 | PT24H",
                "503 | 86401 | PT24H",
                "429 | 999999999999999999 | PT24H",
                "429 | Tue, 10 Mar 2026 09:30:00 GMT | PT30M",
                "503 | Tuesday, 10-Mar-26 09:30:00 GMT | PT30M",
                "503 | Tue Mar 10 09:30:00 2026 | PT30M",
                "503 | Fri, 13 Mar 2026 09:00:00 GMT | PT24H",
                "503 | Tue, 10 Mar 2026 09:00:00 GMT | ",
                "503 | Tue, 10 Mar 2026 08:59:59 GMT | ",
                "503 | 0 | ",
                "429 | -1 | ",
                "429 | 1.5 | ",
                "429 | soon | ",
                "429 | 9999999999999999999999 | ",
                "500 | 60 | ",
                "301 | 60 | ",
                "200 | 60 | "
            })
    void who_asks_to_be_left_alone_is_for_a_day_at_most(int status, String retryAfter, Duration pause) {
        try (Receiver receiver = Receiver.answering(status)) {
            receiver.sayRetryAfter(retryAfter);

            assertThat(trusting.send(to(receiver.url())).pause()).isEqualTo(Optional.ofNullable(pause));
        }
    }

    @Test
    void gone_stops_it() {
        try (Receiver receiver = Receiver.answering(410)) {
            assertThat(trusting.send(to(receiver.url())).isGone()).isTrue();
        }
    }

    @Test
    void who_never_answers_is_not_waited_for() {
        try (Receiver receiver = Receiver.answering(Receiver.SILENCE)) {
            assertThat(impatient.send(to(receiver.url()))).isEqualTo(DeliveryOutcome.failed(DeliveryFailure.NO_ANSWER));
        }
    }

    @Test
    void who_answers_drop_by_drop_is_not_waited_for() throws IOException {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> drip(dripping));
            server.start();
            Instant begin = Instant.now();
            assertThat(impatient.send(to("http://127.0.0.1:" + dripping.getLocalPort() + "/")))
                    .isEqualTo(DeliveryOutcome.failed(DeliveryFailure.NO_ANSWER));
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void where_nobody_listens_is_unreachable() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(trusting.send(to("http://127.0.0.1:" + port + "/")))
                .isEqualTo(DeliveryOutcome.failed(DeliveryFailure.UNREACHABLE));
        WebhookSender lost = sender("", host -> {
            throw new UnknownHostException(host);
        });
        assertThat(lost.send(to("https://receiver.example/")))
                .isEqualTo(DeliveryOutcome.failed(DeliveryFailure.UNREACHABLE));
    }

    @Test
    void a_resolver_that_never_answers_is_not_waited_for() {
        CountDownLatch never = new CountDownLatch(1);
        WebhookSender lost = sender("", host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        });
        Instant begin = Instant.now();
        assertThat(lost.send(to("https://receiver.example/")))
                .isEqualTo(DeliveryOutcome.failed(DeliveryFailure.NO_ANSWER));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
        never.countDown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "169.254.169.254",
                "192.168.1.1",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fd00::1",
                "fe80::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "224.0.0.1"
            })
    void a_name_that_leads_to_what_is_not_public_is_not_called(String address) throws UnknownHostException {
        List<InetAddress> found = List.of(InetAddress.getByName(address));
        try (Receiver receiver = Receiver.answering(200)) {
            WebhookSender sender = sender("", host -> found);
            assertThat(sender.send(to("https://receiver.example:" + receiver.port() + "/")))
                    .isEqualTo(DeliveryOutcome.failed(DeliveryFailure.NOT_ALLOWED));
            assertThat(receiver.got()).isEmpty();
        }
    }

    @Test
    void a_name_that_changes_between_two_questions_is_judged_by_where_it_leads_when_it_is_called() {
        AtomicInteger asked = new AtomicInteger();
        try (Receiver receiver = Receiver.answering(200)) {
            String url = "https://receiver.example:" + receiver.port() + "/";
            WebhookSender rebound = sender(
                    "",
                    host -> List.of(InetAddress.getByAddress(
                            host,
                            asked.getAndIncrement() == 0
                                    ? new byte[] {(byte) 192, 0, 2, 1}
                                    : new byte[] {127, 0, 0, 1})));
            assertThat(rebound.send(to(url))).isEqualTo(DeliveryOutcome.failed(DeliveryFailure.NOT_ALLOWED));
            assertThat(rebound.send(to(url))).isEqualTo(DeliveryOutcome.failed(DeliveryFailure.NOT_ALLOWED));
            assertThat(receiver.got()).isEmpty();
        }
    }

    @Test
    void an_address_that_is_allowed_no_more_is_not_called() {
        try (Receiver receiver = Receiver.answering(200)) {
            assertThat(sender("", Dns.SYSTEM).send(to(receiver.url())))
                    .isEqualTo(DeliveryOutcome.failed(DeliveryFailure.NOT_ALLOWED));
            assertThat(receiver.got()).isEmpty();
        }
    }

    private static void drip(ServerSocket server) {
        try (var connection = server.accept()) {
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                connection.getOutputStream().write('x');
                connection.getOutputStream().flush();
                connection.setSoTimeout(50);
                readOrGoOn(connection);
            }
        } catch (IOException e) {
            // The client hung up, as it should.
        }
    }

    /** Waits a little: what is read is the request, and then nothing. */
    private static void readOrGoOn(Socket connection) throws IOException {
        try {
            if (connection.getInputStream().read() == -1) {
                throw new IOException("hung up");
            }
        } catch (SocketTimeoutException e) {
            // Time for the next drop.
        }
    }

    private static WebhookSender sender(String allowed, Dns names) {
        return sender(allowed, names, SOON);
    }

    private static WebhookSender sender(String allowed, Dns names, Duration patience) {
        return new WebhookSender(AllowedAddresses.of(allowed), names, patience, patience);
    }

    private static SignedMessage to(String url) {
        return new SignedMessage(UUID.randomUUID(), url, "{}", Instant.parse("2026-03-10T09:00:00Z"), "v1,x");
    }
}
