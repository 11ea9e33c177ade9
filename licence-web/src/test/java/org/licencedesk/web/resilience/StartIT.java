package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.licencedesk.launcher.EmbeddedDatabase;
import org.licencedesk.launcher.LaunchException;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;

/** What a start makes of the credentials of earlier ones. */
class StartIT {

    private static final String TENANTS = "/tenants";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Installation installation = Installation.shared();

    private final EmbeddedDatabase database = installation.database();

    @Test // R54
    void another_operators_token_ends_the_one_before_on_every_node_and_what_a_demo_has_filled_starts_as_a_demo_alone() {
        database.createDatabase("of_a_demo");
        try (MicroServer first = start(Map.of("LICENCE_DEMO", "true", "LICENCE_OPERATOR_TOKEN", ""))) {
            Api old = Api.of(first).as("demo-operator-token");
            assertThat(old.get(TENANTS).status()).isEqualTo(200);

            try (MicroServer second =
                    start(Map.of("LICENCE_DEMO", "true", "LICENCE_OPERATOR_TOKEN", "the-token-of-today"))) {
                assertThat(old.get(TENANTS).status()).isEqualTo(401);
                assertThat(old.on(second).get(TENANTS).status()).isEqualTo(401);
                Api current = old.as("the-token-of-today");
                assertThat(current.get(TENANTS).status()).isEqualTo(200);
                assertThat(current.on(second).get("/operator-tokens").body().path("items"))
                        .singleElement()
                        .satisfies(token -> {
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

    private MicroServer start(Map<String, String> differing) {
        Map<String, String> settings = new HashMap<>(differing);
        settings.put("LICENCE_DB_URL", database.jdbcUrl("of_a_demo"));
        return installation.node("started-" + NUMBER.incrementAndGet(), database.port(), settings);
    }
}
