package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.licencedesk.launcher.EmbeddedDatabase;
import org.licencedesk.launcher.LaunchException;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.launcher.Ports;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;

/** What a start makes of the credentials of earlier ones, and what a node answers that is not ready yet. */
class StartIT {

    private static final String TENANTS = "/tenants";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Installation installation = Installation.shared();

    private final EmbeddedDatabase database = installation.database();

    @Test // R54
    void another_operators_token_ends_the_one_before_on_every_node_and_what_a_demo_has_filled_starts_as_a_demo_alone() {
        database.createDatabase("of_a_demo");
        try (MicroServer first = start(demoWith("the-token-of-last-year"))) {
            Api old = Api.of(first).as("the-token-of-last-year");
            assertThat(old.get(TENANTS).status()).isEqualTo(200);
            assertThat(old.as("demo-operator-token").get(TENANTS).status()).isEqualTo(200);

            try (MicroServer second = start(demoWith("the-token-of-today"))) {
                assertThat(old.get(TENANTS).status()).isEqualTo(401);
                assertThat(old.on(second).get(TENANTS).status()).isEqualTo(401);
                Api current = old.as("the-token-of-today");
                assertThat(current.get(TENANTS).status()).isEqualTo(200);
                assertThat(current.on(second).get("/operator-tokens").body().path("items"))
                        .hasSize(2)
                        .allSatisfy(token -> {
                            assertThat(token.path("name").asText()).isEqualTo("operator");
                            assertThat(token.path("createdBy").asText()).isEqualTo("installation");
                            assertThat(token.path("lastUsedAt").isTextual()).isTrue();
                        });
            }
        }
        assertThatThrownBy(() -> start(Map.of()).close())
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("LICENCE_DB_URL leads to the database of a demo");
    }

    @Test // R39
    void a_node_that_starts_says_so_until_it_can_answer() throws InterruptedException {
        int port = Ports.free();
        Api api = Api.of(installation.first()).on(URI.create("http://127.0.0.1:" + port));
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        AtomicBoolean ready = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            while (!ready.get()) {
                answer(() -> api.get(TENANTS)).ifPresent(answers::add);
                answer(() -> api.post(TENANTS, "{}")).ifPresent(answers::add);
            }
        });
        caller.start();

        try (MicroServer node = installation.nodeAt(port, "starting")) {
            ready.set(true);
            caller.join();
            assertThat(answers)
                    .contains("503 unavailable 1")
                    .isSubsetOf("503 unavailable 1", "200  ", "400 invalid-request ");
            assertThat(answer(() -> api.get(TENANTS))).contains("200  ");
            assertThat(node.isAlive()).isTrue();
        }
    }

    private static Optional<String> answer(Supplier<Reply> call) {
        try {
            Reply reply = call.get();
            return Optional.of(reply.status() + " " + reply.code() + " " + reply.header("Retry-After"));
        } catch (UncheckedIOException nobodyListens) {
            return Optional.empty();
        }
    }

    private static Map<String, String> demoWith(String operatorToken) {
        return Map.of("LICENCE_DEMO", "true", "LICENCE_OPERATOR_TOKEN", operatorToken);
    }

    private MicroServer start(Map<String, String> differing) {
        Map<String, String> settings = new HashMap<>(differing);
        settings.put("LICENCE_DB_URL", database.jdbcUrl("of_a_demo"));
        return installation.node("started-" + NUMBER.incrementAndGet(), database.port(), settings);
    }
}
