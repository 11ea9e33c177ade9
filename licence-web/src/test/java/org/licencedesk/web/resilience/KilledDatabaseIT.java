package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledDatabaseIT {

    private static final int CHANGES_BEFORE = 150;

    private static final int CLIENTS = 8;

    private static final int REQUESTS_MEANWHILE = 20;

    private static final String INCREASES = """
            select t.slug,
              (select count(*) from ledger_entry e where e.tenant_id = t.id and e.kind = 'ALLOWANCE_RAISED') raised,
              (select count(*) from ledger_entry e where e.tenant_id = t.id and e.kind = 'TERMS_ACCEPTED') accepted,
              (select count(*) from acceptance a where a.tenant_id = t.id) proved,
              (select count(*) from mail m where m.tenant_id = t.id and m.kind = 'ALLOWANCE_RAISED') told
            from tenant t
            """;

    private final Installation installation = Installation.start("killed-installation");

    private final MicroServer first = installation.first();

    @BeforeAll
    void publishTerms() {
        Api.of(first).publishTerms("1", "Terms of the tests");
    }

    @AfterAll
    void end() {
        installation.close();
    }

    @Test // R39
    @Order(1)
    void while_the_database_is_away_every_answer_says_so_and_the_log_stays_short() throws IOException {
        TestTenant tenant = TestTenant.create(Api.of(first), 1);
        Api admin = tenant.admin();
        installation.database().kill();
        long linesBefore = logLines();

        for (int request = 0; request < REQUESTS_MEANWHILE; request++) {
            long start = System.nanoTime();
            Reply answer = request % 2 == 0
                    ? admin.get(tenant.path("/allowance"))
                    : admin.post(tenant.path("/users"), tenant.newUser("nobody", "ACTIVE"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("unavailable");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.text()).doesNotContain("Exception", "mariadb", "127.0.0.1", "\tat ");
        }

        long lines = logLines() - linesBefore;
        installation.database().restart();
        // The first request finds it out inside the container, which prints a stack trace or two.
        assertThat(lines).as("lines for %s requests", REQUESTS_MEANWHILE).isLessThan(300);
        awaitRecovery(tenant, first);
        assertThat(tenant.figures()).containsEntry("occupied", 1);
    }

    @Test // R35, R36
    @Order(2)
    void what_was_answered_as_done_is_there_after_the_database_was_killed_and_the_rest_is_done_once_when_repeated() {
        TestTenant probe = TestTenant.create(Api.of(first), 1);
        Load load = Load.on(first);
        await().atMost(Duration.ofMinutes(2)).until(() -> load.changes() >= CHANGES_BEFORE);

        installation.database().kill();
        await().atMost(Duration.ofMinutes(1)).until(() -> load.unanswered() >= CLIENTS);
        installation.database().restart();
        awaitRecovery(probe, first);
        load.isBack(first);

        load.check();
        eachIncreaseHasItsProofAndItsMail();
    }

    @Test // R35, R36
    @Order(3)
    void what_was_answered_as_done_is_there_after_the_server_was_killed_and_the_rest_is_done_once_when_repeated() {
        Load load = Load.on(first);
        await().atMost(Duration.ofMinutes(2)).until(() -> load.changes() >= CHANGES_BEFORE);

        first.kill();
        try (MicroServer next =
                installation.node("next", installation.database().port())) {
            load.isBack(next);

            load.check();
            eachIncreaseHasItsProofAndItsMail();
        }
    }

    /** In every tenant that there is. */
    private void eachIncreaseHasItsProofAndItsMail() {
        try (Connection connection = installation.database().connect("licence");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(INCREASES)) {
            int raised = 0;
            while (rows.next()) {
                raised += rows.getInt("raised");
                assertThat(List.of(rows.getInt("accepted"), rows.getInt("proved"), rows.getInt("told")))
                        .as(rows.getString("slug"))
                        .containsOnly(rows.getInt("raised"));
            }
            assertThat(raised).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitRecovery(TestTenant tenant, MicroServer node) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        tenant.admin().on(node).get(tenant.path("/allowance")).status() == 200);
    }

    private long logLines() throws IOException {
        try (Stream<String> lines = Files.lines(first.logFile())) {
            return lines.count();
        }
    }
}
