package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

/** Clients who ask for more than they may have, at a node that admits one request a second of a token. */
class BoundedNodeIT {

    private static final int ATTEMPTS = 20_000;

    private static final int CONNECTIONS = 16;

    private static final String FILLER = "x".repeat(60_000);

    private static final MicroServer NODE = Installation.shared().strict();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestTenant tenant =
            TestTenant.create(Api.of(Installation.shared().first()), 3);

    @Test
    void a_client_that_is_refused_its_sign_ins_does_not_end_the_server() throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<?>> senders = IntStream.range(0, CONNECTIONS)
                .<Future<?>>mapToObj(thread -> threads.submit(() -> {
                    for (int number = next.incrementAndGet(); number <= ATTEMPTS; number = next.incrementAndGet()) {
                        if (signIn(number) == 429) {
                            refused.incrementAndGet();
                        }
                    }
                    return null;
                }))
                .toList();
        threads.shutdown();
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> readyWithin(Duration.ofSeconds(5)) != 200
                        || senders.stream().allMatch(Future::isDone));
        for (Future<?> sender : senders) {
            sender.get(1, TimeUnit.SECONDS);
        }

        assertThat(readyWithin(Duration.ofSeconds(1))).isEqualTo(200);
        assertThat(refused.get()).isGreaterThan(ATTEMPTS * 9 / 10);
        Visitor somebody = new Visitor(NODE.baseUri(), "198.51.100.80");
        Map<String, String> typed = Visitor.form(
                "signIn", Map.of("system", tenant.slug(), "userName", "admin", "password", TestTenant.PASSWORD));
        assertThat(somebody.post("/sign-in", typed, Map.of("Origin", Installation.TLS_ADDRESS))
                        .statusCode())
                .isEqualTo(303);
        assertThat(NODE.lastLogLines()).doesNotContain("OutOfMemoryError");
    }

    @Test
    void a_token_that_makes_too_many_requests_is_told_how_many_it_may_make() {
        Api api = tenant.admin().on(NODE);
        Reply admitted = api.get(tenant.path("/allowance"));
        assertThat(admitted.status()).isEqualTo(200);
        assertThat(admitted.header("RateLimit-Policy")).isEqualTo("\"token\";q=1;w=1");
        assertThat(admitted.header("RateLimit")).isEqualTo("\"token\";r=0;t=1");

        Reply refused = await().until(
                        () -> api.put(tenant.path("/allowance"), "{'maximum':4}"), reply -> reply.status() == 429);
        assertThat(refused.code()).isEqualTo("too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"token\";q=1;w=1");
        assertThat(refused.header("RateLimit")).isEqualTo("\"token\";r=0;t=1");
        assertThat(api.as("no-such-token").get(tenant.path("/allowance")).header("RateLimit"))
                .isEmpty();

        Reply later = await().until(() -> api.get(tenant.path("/allowance")), reply -> reply.status() == 200);
        assertThat(later.body().path("maximum").asInt()).isEqualTo(3);
    }

    private int signIn(int number) throws IOException, InterruptedException {
        String typed = "signIn=signIn&jakarta.faces.ViewState=stateless&signIn%3Asubmit=&signIn%3Apassword=p"
                + "&signIn%3AuserName=u&signIn%3Asystem=" + number;
        BodyPublisher body = BodyPublishers.concat(text(typed), text(FILLER));
        HttpRequest request = request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", Installation.TLS_ADDRESS)
                .timeout(Duration.ofSeconds(60))
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private int readyWithin(Duration time) throws IOException, InterruptedException {
        HttpRequest request = request("/health/ready").timeout(time).build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(NODE.baseUri() + path));
    }
}
