package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/** What a tenant is told, from the request to the receiver, by the jobs of a real server. */
class NoticesApiIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Installation installation = Installation.shared();

    private final Api operator = Api.of(installation.first());

    private final List<Received> received = new CopyOnWriteArrayList<>();

    private HttpServer receiver;

    private volatile int answer = 204;

    private record Received(HttpHeaders headers, String body) {

        String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }
    }

    @BeforeEach
    void receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                received.add(new Received(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
                exchange.sendResponseHeaders(answer, -1);
            }
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void each_change_arrives_signed_and_in_order() throws WebhookVerificationException, EmptyWebhookSecretException {
        TestTenant tenant = TestTenant.create(operator, 50);
        Reply added = add(tenant);
        assertThat(added.status()).isEqualTo(201);
        String secret = added.body().path("secret").asText();
        IntStream.range(0, 5).forEach(i -> tenant.add("user" + i, "ACTIVE"));

        Awaitility.await().atMost(SOON).until(() -> received.size() >= 10);

        Webhook library = new Webhook(secret);
        for (Received each : received) {
            library.verify(each.body(), each.headers().map());
        }
        assertThat(received).extracting(Received::id).doesNotHaveDuplicates();
        assertThat(received)
                .extracting(each -> each.body().replaceAll(".*\"sequence\":(\\d+).*", "$1"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        String path = tenant.path("/webhooks/" + added.body().path("id").asText());
        assertThat(Lists.walk(tenant.admin(), path + "/deliveries?limit=3", "state", () -> {}))
                .hasSize(10);
        assertThat(tenant.admin().get(tenant.path("/webhooks")).text()).doesNotContain(secret);
        assertThat(tenant.admin().delete(path).status()).isEqualTo(204);
        assertThat(tenant.admin().get(path + "/deliveries").status()).isEqualTo(404);
    }

    @Test
    void what_was_refused_is_shown_with_the_status_and_a_gone_address_is_stopped() {
        TestTenant tenant = TestTenant.create(operator, 50);
        answer = 410;
        String path = tenant.path("/webhooks/" + add(tenant).body().path("id").asText());
        tenant.add("ada", "INACTIVE");

        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(
                        first(tenant, path + "/deliveries").path("state").asText())
                .isEqualTo("PARKED"));

        JsonNode parked = first(tenant, path + "/deliveries");
        assertThat(parked.path("lastStatus").asInt()).isEqualTo(410);
        assertThat(parked.path("lastFailure").asText()).isEqualTo("STOPPED");
        assertThat(first(tenant, tenant.path("/webhooks")).path("stoppedAt").isTextual())
                .isTrue();
        Reply again =
                tenant.admin().post(path + "/deliveries/" + parked.path("id").asText() + "/resend", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("webhook-stopped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://receiver.example/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://2130706433/",
                "https://user@receiver.example/"
            })
    void an_address_that_must_not_be_called_is_refused_at_its_field(String url) {
        TestTenant tenant = TestTenant.create(operator, 2);
        Reply refused = tenant.admin().post(tenant.path("/webhooks"), "{'url':'" + url + "'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/violations/0/pointer").asText()).isEqualTo("/url");
    }

    @Test
    void there_are_ten_at_most() {
        TestTenant tenant = TestTenant.create(operator, 2);
        IntStream.range(0, 10).forEach(i -> assertThat(add(tenant).status()).isEqualTo(201));

        Reply refused = add(tenant);
        assertThat(refused.code()).isEqualTo("too-many-webhooks");
        assertThat(refused.body().path("most").asInt()).isEqualTo(10);
    }

    @Test // R10
    void the_account_manager_gets_a_mail_of_each_increase() {
        String manager = Calls.unique() + "@vendor.example";
        TestTenant tenant = TestTenant.create(
                operator,
                2,
                ",'pricePerSeat':'12.00','accountManager':{'name':'Morgan','email':'" + manager + "','phone':'1'}");
        Reply asked = tenant.admin().put(tenant.path("/allowance"), "{'maximum':7}");
        assertThat(tenant.admin()
                        .put(tenant.path("/allowance"), "{'maximum':7,'accept':" + Api.ticked(asked) + "}")
                        .status())
                .isEqualTo(200);

        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(subjectsTo(manager))
                .containsExactly(tenant.slug() + ": 7 licences, 5 more than before"));
        assertThat(Lists.walk(tenant.admin(), tenant.path("/notices"), "recipient", () -> {}))
                .contains(manager, "admin@" + tenant.slug() + ".example");
    }

    private Reply add(TestTenant tenant) {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        return tenant.admin().post(tenant.path("/webhooks"), "{'url':'" + url + "'}");
    }

    private static JsonNode first(TestTenant tenant, String list) {
        return tenant.admin().get(list).body().at("/items/0");
    }

    private List<String> subjectsTo(String address) {
        return Arrays.stream(installation.mail().getReceivedMessages())
                .filter(mail -> header(mail, "To").equals(address))
                .map(mail -> header(mail, "Subject"))
                .toList();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return String.join("", mail.getHeader(name));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
