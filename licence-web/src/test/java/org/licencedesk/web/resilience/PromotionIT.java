package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.licencedesk.web.cluster.ReplicaCluster;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.NodeLog;
import org.licencedesk.web.fixture.TestTenant;

/** Node 1 is the primary, then node 2 or 3, then the other one of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PromotionIT {

    private static final Duration FAILOVER = Duration.ofSeconds(10);

    private static final int CLIENTS = 8;

    private static final int CHANGES = 200;

    private static final int READ_ONLY = 1290;

    private final ReplicaCluster cluster = ReplicaCluster.start();

    private final Api operator = Api.of(cluster.desk());

    @AfterAll
    void end() {
        cluster.close();
    }

    @Test // R36
    @Order(0)
    void the_settings_of_the_scripts_break_no_promise() throws IOException {
        assertThat(Files.readString(cluster.desk().logFile())).doesNotContain("The database has ");
    }

    @Test // R36
    @Order(1)
    void nothing_is_answered_as_done_that_no_replica_has() {
        TestTenant tenant = TestTenant.create(operator, 2);
        String user = tenant.add("second", "INACTIVE");
        String path = tenant.path("/users/" + user + "/status");
        Map<String, String> key = Map.of("Idempotency-Key", "while-the-replicas-are-away");
        cluster.pause(2);
        cluster.pause(3);
        try {
            assertThat(tenant.admin()
                            .send("PUT", path, "{\"status\":\"ACTIVE\"}", key)
                            .status())
                    .isEqualTo(503);
        } finally {
            cluster.resume(2);
            cluster.resume(3);
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> tenant.admin()
                                .send("PUT", path, "{\"status\":\"ACTIVE\"}", key)
                                .status()
                        == 200);
        assertThat(LedgerProof.of(tenant, tenant.admin()).count("SEAT_TAKEN", user))
                .isEqualTo(1);
    }

    @Test // R35, R36
    @Order(2)
    void a_promotion_while_much_is_changed_loses_nothing_and_ends_the_old_primary() throws Exception {
        NodeLog log = NodeLog.of(cluster.desk());
        try (SeatContest contest = contest()) {
            cluster.promote();

            assertThatThrownBy(() -> cluster.connect(1)).isInstanceOf(SQLException.class);
            awaitChanges(contest);
            contest.check(cluster.desk());
        }
        assertThat(log.stackTraces()).isEmpty();
        cluster.rejoin(1);
        followersHaveWhatThePrimaryHas();
    }

    @Test
    @Order(3)
    void a_replica_takes_no_changes_and_the_proxy_leads_to_the_primary() throws SQLException {
        try (Connection replica = cluster.connect(1);
                Statement statement = replica.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("delete from ledger_entry"))
                    .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getErrorCode())
                            .isEqualTo(READ_ONLY));
        }
        await().atMost(FAILOVER).ignoreExceptions().untilAsserted(() -> assertThat(number(0, "select @@read_only"))
                .isZero());
        assertThat(number(0, "select @@server_id")).isEqualTo(primary());
    }

    @Test
    @Order(4)
    void is_refused_with_nothing_changed_where_the_other_replica_may_have_more() throws SQLException {
        int primary = primary();
        int other = primary == 2 ? 3 : 2;
        cluster.pause(other);
        try {
            assertThatThrownBy(() -> cluster.promote("1"))
                    .hasMessageContaining("Node " + other + " does not answer")
                    .hasMessageContaining("Nothing was changed");
        } finally {
            cluster.resume(other);
        }
        assertThat(primary()).isEqualTo(primary);
        TestTenant.create(operator, 1);
    }

    @Test // R35, R36
    @Order(5)
    void a_primary_that_is_killed_loses_nothing_that_it_answered() throws Exception {
        int old = primary();
        try (SeatContest contest = contest()) {
            cluster.kill(old);
            cluster.promote();
            awaitChanges(contest);
            contest.check(cluster.desk());
        }
        cluster.rejoin(old);
        followersHaveWhatThePrimaryHas();
    }

    @Test // R36
    @Order(6)
    void a_forced_promotion_says_what_may_be_lost_and_goes_on_with_the_replica_that_is_left() throws SQLException {
        int old = primary();
        int silent = old == 2 ? 3 : 2;
        int left = 1 + 2 + 3 - old - silent;
        cluster.kill(silent);
        cluster.kill(old);

        assertThatThrownBy(() -> cluster.promote())
                .hasMessageContaining("Node " + silent + " does not answer")
                .hasMessageContaining("Nothing was changed");
        assertThat(cluster.promote("--force"))
                .contains("Forced: what was answered as done and only node " + silent + " has received is lost");
        // A commit waits for a replica, which begins as a copy, which must not wait for the commit.
        await().atMost(FAILOVER).until(() -> {
            Throwable unanswered = catchThrowable(() -> TestTenant.create(operator, 1));
            assertThat(unanswered).isNotNull();
            return waitingCommits(left) > 0;
        });

        cluster.rejoin(old);
        cluster.rejoin(silent);
        await().atMost(FAILOVER).ignoreExceptions().untilAsserted(() -> TestTenant.create(operator, 1));
        followersHaveWhatThePrimaryHas();
    }

    private int waitingCommits(int node) throws SQLException {
        try (Connection connection = cluster.connect(node);
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery("select count(*) from information_schema.processlist"
                        + " where state like 'Waiting for semi-sync ACK%'")) {
            waiting.next();
            return waiting.getInt(1);
        }
    }

    private SeatContest contest() {
        SeatContest contest = SeatContest.of(CLIENTS, operator, List.of(cluster::desk));
        await().atMost(Duration.ofMinutes(1)).until(() -> contest.answers() >= CHANGES);
        return contest;
    }

    private static void awaitChanges(SeatContest contest) {
        long now = System.nanoTime();
        await().atMost(FAILOVER).until(() -> contest.hasAnsweredSince(0, now));
        int before = contest.answers();
        await().atMost(Duration.ofMinutes(1)).until(() -> contest.answers() >= before + CHANGES);
    }

    private int primary() throws SQLException {
        for (int node : List.of(1, 2, 3)) {
            if (number(node, "select @@read_only") == 0) {
                return node;
            }
        }
        throw new AssertionError("There is no primary");
    }

    private void followersHaveWhatThePrimaryHas() throws SQLException {
        int entries = number(primary(), "select count(*) from ledger_entry");
        assertThat(entries).isPositive();
        for (int node : List.of(1, 2, 3)) {
            await().atMost(FAILOVER).untilAsserted(() -> assertThat(number(node, "select count(*) from ledger_entry"))
                    .as("node %s", node)
                    .isEqualTo(entries));
        }
    }

    private int number(int node, String question) throws SQLException {
        try (Connection connection = cluster.connect(node);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
