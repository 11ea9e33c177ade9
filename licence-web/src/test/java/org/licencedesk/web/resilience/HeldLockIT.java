package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.licencedesk.launcher.EmbeddedDatabase;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

class HeldLockIT {

    private final EmbeddedDatabase database = Installation.shared().database();

    private final TestTenant tenant =
            TestTenant.create(Api.of(Installation.shared().first()), 3);

    @Test // R34
    void who_cannot_have_the_lock_in_five_seconds_is_told_to_come_back_and_has_changed_nothing() throws SQLException {
        String status = tenant.path("/users/" + tenant.add("second", "INACTIVE") + "/status");
        try (Connection other = database.connect("licence")) {
            lockAllowance(other);

            Timed refused = Timed.of(() -> tenant.admin().put(status, "{'status':'ACTIVE'}"));

            assertThat(refused.reply().status()).isEqualTo(503);
            assertThat(refused.reply().code()).isEqualTo("busy");
            assertThat(refused.reply().header("Retry-After")).isEqualTo("1");
            assertThat(refused.took()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            assertThat(tenant.figures()).containsEntry("occupied", 1);
            other.rollback();
        }

        assertThat(tenant.admin().put(status, "{'status':'ACTIVE'}").status()).isEqualTo(200);
        assertThat(LedgerProof.of(tenant, tenant.admin()).count("SEAT_TAKEN")).isEqualTo(2);
    }

    @Test // R34
    void those_who_wait_for_one_lock_wait_in_one_transaction_and_nobody_much_longer_than_alone() throws Exception {
        List<String> statuses = IntStream.range(0, 6)
                .mapToObj(number -> tenant.path("/users/" + tenant.add("waiting-" + number, "INACTIVE") + "/status"))
                .toList();
        try (Connection other = database.connect("licence")) {
            lockAllowance(other);
            List<CompletableFuture<Timed>> calls = atOnce(statuses);

            await().atMost(Duration.ofSeconds(4)).during(Duration.ofSeconds(1)).until(() -> lockWaits() == 1);
            for (CompletableFuture<Timed> call : calls) {
                assertThat(call.get().reply().status()).isEqualTo(503);
                assertThat(call.get().reply().code()).isEqualTo("busy");
                assertThat(call.get().took()).isLessThan(Duration.ofSeconds(8));
            }
            other.rollback();
        }

        for (CompletableFuture<Timed> call : atOnce(statuses)) {
            assertThat(call.get().reply().status()).isEqualTo(200);
        }
        assertThat(LedgerProof.of(tenant, tenant.admin()).count("USER_CHANGED")).isEqualTo(6);
    }

    private List<CompletableFuture<Timed>> atOnce(List<String> statuses) {
        return statuses.stream()
                .map(status -> inParallel(() -> Timed.of(() -> tenant.admin().put(status, "{'status':'ROOM'}"))))
                .toList();
    }

    @Test // R36
    void a_repeat_waits_for_the_first_request_and_gets_its_answer() throws Exception {
        try (Connection other = database.connect("licence")) {
            lockAllowance(other);
            CompletableFuture<Reply> first = inParallel(this::addWithKey);
            awaitLockWaits(1);
            CompletableFuture<Reply> repeat = inParallel(this::addWithKey);
            awaitLockWaits(2);
            other.rollback();

            assertThat(first.get().status()).isEqualTo(201);
            assertThat(repeat.get().status()).isEqualTo(201);
            assertThat(repeat.get().body().path("user"))
                    .isEqualTo(first.get().body().path("user"));
        }
        assertThat(LedgerProof.of(tenant, tenant.admin()).count("USER_ADDED")).isEqualTo(2);
    }

    @Test // R36
    void a_repeat_whose_first_request_does_not_end_in_five_seconds_is_told_so() throws SQLException {
        Reply first = addWithKey();
        try (Connection other = database.connect("licence")) {
            lockRecordOf(URI.create(first.header("Location")).getPath(), other);

            Timed refused = Timed.of(this::addWithKey);

            assertThat(refused.reply().status()).isEqualTo(409);
            assertThat(refused.reply().code()).isEqualTo("idempotency-key-in-progress");
            assertThat(refused.took()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            other.rollback();
        }

        Reply repeat = addWithKey();
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.header("Location")).isEqualTo(first.header("Location"));
        assertThat(LedgerProof.of(tenant, tenant.admin()).count("USER_ADDED")).isEqualTo(2);
    }

    private record Timed(Reply reply, Duration took) {

        static Timed of(Supplier<Reply> call) {
            long start = System.nanoTime();
            Reply reply = call.get();
            return new Timed(reply, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static <T> CompletableFuture<T> inParallel(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, task -> new Thread(task).start());
    }

    private Reply addWithKey() {
        return tenant.admin()
                .send(
                        "POST",
                        tenant.path("/users"),
                        tenant.newUser("keyed", "ACTIVE").replace('\'', '"'),
                        Map.of("Idempotency-Key", "of-held-locks"));
    }

    private void lockAllowance(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        only(
                connection,
                "select tenant_id from allowance where tenant_id = (select id from tenant where slug = ?) for update",
                tenant.slug());
    }

    private static void lockRecordOf(String location, Connection connection) throws SQLException {
        byte[] key = only(connection, "select request_key from idempotency_record where location = ?", location);
        connection.setAutoCommit(false);
        only(connection, "select request_key from idempotency_record where request_key = ? for update", key);
    }

    private static byte[] only(Connection connection, String sql, Object argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, argument);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getBytes(1);
            }
        }
    }

    private void awaitLockWaits(int wanted) {
        await().atMost(Duration.ofSeconds(4))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> lockWaits() == wanted);
    }

    private int lockWaits() throws SQLException {
        try (Connection connection = database.connect("");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
