package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.licencedesk.web.cluster.GaleraCluster;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.NodeLog;
import org.licencedesk.web.fixture.TestTenant;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GaleraIT {

    private static final Duration FAILOVER = Duration.ofSeconds(10);

    private static final int CLIENTS = 8;

    private static final int CHANGES = 200;

    /** Transactions that lost to another one, once a minute; the server that went away; jobs that were cut short. */
    private static final int MOST_LINES = 30;

    private static final int LOST_CERTIFICATION = 1213;

    private static final int DUPLICATE = 1062;

    private final GaleraCluster cluster = GaleraCluster.shared();

    private final Api operator = Api.of(cluster.desk(1));

    @BeforeAll
    void twoNodes() {
        cluster.desk(2);
    }

    @Test // R34, R35, R36
    void a_writer_is_killed_and_comes_back_and_nothing_is_oversold_lost_or_done_twice() throws Exception {
        List<NodeLog> logs = List.of(NodeLog.of(cluster.desk(1)), NodeLog.of(cluster.desk(2)));
        try (SeatContest contest =
                SeatContest.of(CLIENTS, operator, List.of(() -> cluster.desk(1), () -> cluster.desk(2)))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> contest.answers() >= CHANGES);

            cluster.kill(1);
            long killed = System.nanoTime();
            await().atMost(FAILOVER).until(() -> contest.hasAnsweredSince(0, killed));
            await().atMost(FAILOVER).until(() -> contest.hasAnsweredSince(1, killed));
            int before = contest.answers();
            await().atMost(Duration.ofMinutes(1)).until(() -> contest.answers() >= before + CHANGES);

            cluster.restart(1);
            int back = contest.answers();
            await().atMost(Duration.ofMinutes(1)).until(() -> contest.answers() >= back + CHANGES);
            contest.check(cluster.desk(2));
        }
        assertThat(logs).allSatisfy(log -> {
            assertThat(log.stackTraces()).isEmpty();
            assertThat(log.text().lines()).hasSizeLessThan(MOST_LINES);
        });
    }

    @Test // R34
    void what_one_node_was_told_the_other_one_shows() {
        TestTenant tenant = TestTenant.create(operator, 20);
        for (int number = 0; number < 10; number++) {
            tenant.add("user-" + number, "ACTIVE");
            assertThat(tenant.admin()
                            .on(cluster.desk(2))
                            .get(tenant.path("/allowance"))
                            .body()
                            .path("occupied")
                            .asInt())
                    .isEqualTo(2 + number);
        }
    }

    @Test // R38
    void two_who_write_the_same_entry_of_the_ledger_on_two_nodes_without_the_lock_are_not_both_taken()
            throws SQLException {
        TestTenant tenant = TestTenant.create(operator, 2);
        try (Connection one = cluster.connect(1);
                Connection two = cluster.connect(2)) {
            one.setAutoCommit(false);
            two.setAutoCommit(false);
            long next = lastEntry(one, tenant) + 1;
            assertThat(lastEntry(two, tenant) + 1).isEqualTo(next);
            addEntry(one, tenant, next);
            addEntry(two, tenant, next);

            one.commit();
            assertRefused(two::commit, LOST_CERTIFICATION);

            two.rollback();
            assertThat(lastEntry(two, tenant)).isEqualTo(next);
            assertRefused(() -> addEntry(two, tenant, next), DUPLICATE);
        }
    }

    private static void assertRefused(ThrowingCallable change, int errorCode) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getErrorCode())
                        .isEqualTo(errorCode));
    }

    private static long lastEntry(Connection connection, TestTenant tenant) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session wsrep_sync_wait = 1");
            try (ResultSet rows = statement.executeQuery("select max(seq) from ledger_entry" + of(tenant))) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** The entry that a transaction would write that has read the allowance, but not locked it. */
    private static void addEntry(Connection connection, TestTenant tenant, long sequence) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                insert into ledger_entry
                  (tenant_id, seq, at, actor, door, kind, maximum, occupied, previous_hash, hash)
                select tenant_id, %d, at, actor, door, 'ALLOWANCE_CORRECTED', maximum, occupied, hash, hash
                from ledger_entry\
                """.formatted(sequence) + of(tenant) + " and seq = 1");
        }
    }

    private static String of(TestTenant tenant) {
        return " where tenant_id = (select id from tenant where slug = '" + tenant.slug() + "')";
    }

    @Test // R36
    void the_settings_of_the_scripts_break_no_promise() throws IOException {
        assertThat(Files.readString(cluster.desk(1).logFile())).doesNotContain("The database has ");
    }

    @Test
    void the_proxy_leads_to_the_first_node_that_is_in_step() throws SQLException {
        assertThat(portBehind(0)).isEqualTo(portBehind(1));
        cluster.kill(1);
        await().atMost(FAILOVER).ignoreExceptions().until(() -> portBehind(0) == portBehind(2));
        cluster.restart(1);
        await().atMost(FAILOVER).ignoreExceptions().until(() -> portBehind(0) == portBehind(1));
    }

    private int portBehind(int node) throws SQLException {
        try (Connection connection = cluster.connect(node);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select @@port")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
