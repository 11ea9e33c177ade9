package org.licencedesk.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestDatabase;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.record.evidence.Drift.What;
import org.licencedesk.record.ledger.ChainFault;
import org.licencedesk.record.ledger.ChainFault.Kind;
import org.licencedesk.seats.directory.User;

/** Whoever writes into the tables past the product is found out. R38 */
class LedgerVerificationIT {
    private static final String RENUMBER =
            "update ledger_entry set seq = seq + 1 where tenant_id = ? and seq >= 4" + " order by seq desc";

    private final Desk desk = Desk.open();
    private final LedgerVerification verification = desk.bean(LedgerVerification.class);
    private final TestTenant tenant = TestTenant.of(9);
    private User user;

    @BeforeEach
    void live() {
        user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.ACTIVE));
        tenant.change(user.id(), UserStatus.LOCKED, Optional.empty());
        User gone = tenant.add(TestTenant.person("gone", Role.STANDARD, UserStatus.ACTIVE));
        tenant.delete(gone.id(), tenant.admin());
        tenant.add(TestTenant.person("hall", Role.STANDARD, UserStatus.ROOM));
        tenant.correct(7);
    }

    @Test
    void what_was_lived_through_the_product_is_intact() {
        Verification found = verify();
        assertThat(found.isIntact()).as(found.toString()).isTrue();
        assertThat(found.entries()).isEqualTo(lastSequence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | ALTERED | update ledger_entry set actor = 'user:nobody' where tenant_id = ? and seq = 4",
                "4 | ALTERED | update ledger_entry set at = at - interval 1 microsecond where tenant_id = ? and seq = 4",
                "2 | ALTERED | update ledger_entry set status = 'NONE' where tenant_id = ? and seq = 2",
                "5 | ALTERED | update ledger_entry set reason = '' where tenant_id = ? and seq = 5",
                "5 | ALTERED | update ledger_entry set maximum = -3 where tenant_id = ? and seq = 5",
                "6 | ALTERED | update ledger_entry set hash = unhex(repeat('00', 32)) where tenant_id = ? and seq = 6",
                "1 | REMOVED | delete from ledger_entry where tenant_id = ? and seq = 1",
                "5 | REMOVED | delete from ledger_entry where tenant_id = ? and seq = 5",
                "5 | REMOVED | delete from ledger_entry where tenant_id = ? and seq >= 5"
            })
    void an_entry_that_was_altered_or_deleted_is_named(long sequence, Kind kind, String sql) throws SQLException {
        execute(sql, 1);
        assertThat(verify().fault()).contains(new ChainFault(sequence, kind));
    }

    @Test
    void the_last_entry_is_missed_too() throws SQLException {
        long last = lastSequence();
        execute("delete from ledger_entry where tenant_id = ? and seq = " + last, 1);
        assertThat(verify().fault()).contains(new ChainFault(last, Kind.REMOVED));
    }

    @Test
    void an_entry_behind_the_last_is_named() throws SQLException {
        long last = lastSequence();
        insertCopyOf(last, last + 1);
        assertThat(verify().fault()).contains(new ChainFault(last + 1, Kind.INSERTED));
    }

    @Test
    void an_entry_in_between_is_named() throws SQLException {
        execute(RENUMBER, 1);
        insertCopyOf(2, 4);
        assertThat(verify().fault()).contains(new ChainFault(4, Kind.INSERTED));
    }

    @ParameterizedTest
    @CsvSource({"3, 4", "2, 6"})
    void swapped_entries_are_named(long one, long other) throws SQLException {
        execute("update ledger_entry set seq = 1000 where tenant_id = ? and seq = " + one, 1);
        execute("update ledger_entry set seq = " + one + " where tenant_id = ? and seq = " + other, 1);
        execute("update ledger_entry set seq = " + other + " where tenant_id = ? and seq = 1000", 1);
        assertThat(verify().fault()).contains(new ChainFault(one, Kind.SWAPPED));
    }

    @ParameterizedTest
    @CsvSource({
        "status = 'ACTIVE', STATUS, LOCKED, ACTIVE",
        "role = 'SYSTEM_ADMIN', ROLE, STANDARD, SYSTEM_ADMIN",
        "deleted_at = now(), EXISTENCE, USER_CHANGED, deleted"
    })
    void drift_of_a_user_names_the_user(String change, What what, String expected, String found) throws SQLException {
        execute("update user_account set " + change + " where tenant_id = ? and user_name = 'ada'", 1);
        assertThat(verify().drift())
                .contains(new Drift(what, Optional.of(user.id()), Optional.of("ada"), expected, found));
    }

    @Test
    void a_user_whom_the_ledger_does_not_know_is_named() throws SQLException {
        execute(
                "insert into user_account (id, tenant_id, user_name, display_name, email, role, status, status_since,"
                        + " created_at, revision) values (uuid(), ?, 'ghost', 'x', 'a@b', 'STANDARD', 'ROOM', now(), now(), 0)",
                1);
        assertThat(verify().drift()).singleElement().satisfies(drift -> {
            assertThat(drift.what()).isEqualTo(What.EXISTENCE);
            assertThat(drift.userName()).contains("ghost");
        });
    }

    @ParameterizedTest
    @CsvSource({"maximum = 99, MAXIMUM, 7, 99", "occupied = 5, OCCUPIED, 2, 5", "locked = 0, LOCKED, 1, 0"})
    void drift_of_the_allowance_is_told(String change, What what, String expected, String found) throws SQLException {
        execute("update allowance set " + change + " where tenant_id = ?", 1);
        assertThat(verify().drift())
                .containsExactly(new Drift(what, Optional.empty(), Optional.empty(), expected, found));
    }

    @Test
    void a_tenant_that_goes_on_working_meanwhile_is_not_suspected() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService working = Executors.newSingleThreadExecutor();
        try {
            Future<?> work = working.submit(() -> {
                for (int i = 0; !done.get() && i < 5_000; i++) {
                    tenant.change(user.id(), i % 2 == 0 ? UserStatus.INACTIVE : UserStatus.LOCKED, Optional.empty());
                }
            });
            for (int i = 0; i < 40; i++) {
                Verification found = verify();
                assertThat(found.isIntact()).as(found.toString()).isTrue();
            }
            done.set(true);
            work.get();
        } finally {
            done.set(true);
            working.shutdownNow();
        }
    }

    @Test
    void findings_are_kept_until_they_are_gone_and_logged_once() throws SQLException {
        LedgerFindings findings = desk.bean(LedgerFindings.class);
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(LedgerFindings.class.getName());
        log.addHandler(handler);
        try {
            execute("update user_account set status = 'ACTIVE' where tenant_id = ? and user_name = 'ada'", 1);
            Verification found = verify();
            verify();
            String slug = found.slug().text();
            String words = "user " + user.id() + " STATUS ACTIVE instead of LOCKED";
            assertThat(logged)
                    .containsExactlyInAnyOrder(
                            "The ledger of " + slug + ": " + words,
                            "The ledger of " + slug + ": allowance LOCKED 1 instead of 0");
            assertThat(desk.commit(() -> findings.known(100))).contains(new Finding(found.slug(), words));

            execute("update user_account set status = 'LOCKED' where tenant_id = ? and user_name = 'ada'", 1);
            assertThat(verify().isIntact()).isTrue();
            assertThat(desk.commit(() -> findings.known(100)))
                    .extracting(Finding::tenant)
                    .doesNotContain(found.slug());
        } finally {
            log.removeHandler(handler);
        }
    }

    @Test
    void each_tenant_is_checked_once_a_day_by_one_node_and_again_if_that_one_died() {
        LedgerFindings findings = desk.bean(LedgerFindings.class);
        Instant night = desk.clock().now().plus(Duration.ofDays(1));
        assertThat(due(desk.clock().now())).doesNotContain(tenant.id());
        assertThat(due(night)).contains(tenant.id());

        assertThat(desk.commit(() -> findings.claim(tenant.id(), night))).isTrue();
        assertThat(desk.commit(() -> findings.claim(tenant.id(), night))).isFalse();
        assertThat(due(night)).doesNotContain(tenant.id());
        Instant later = night.plus(Duration.ofHours(1));
        assertThat(desk.commit(() -> findings.claim(tenant.id(), later))).isTrue();

        desk.run(() -> verification.check(tenant.id(), later));
        assertThat(due(later.plus(Duration.ofHours(2)))).doesNotContain(tenant.id());
    }

    private List<TenantId> due(Instant now) {
        return desk.bean(LedgerFindings.class)
                .due(now, Optional.empty(), Integer.MAX_VALUE)
                .tenants();
    }

    private Verification verify() {
        return desk.commit(() -> verification.verify(tenant.id(), TestTenant.OPERATOR));
    }

    private long lastSequence() {
        return ((Number) desk.rows(
                                "select last_sequence from allowance where tenant_id = ?1",
                                tenant.id().value())
                        .get(0))
                .longValue();
    }

    private void insertCopyOf(long sequence, long place) throws SQLException {
        execute(
                "insert into ledger_entry (tenant_id, seq, at, actor, door, kind, user_id, status, role, reason, maximum,"
                        + " occupied, previous_hash, hash) select tenant_id, " + place + ", at, actor, door, kind,"
                        + " user_id, status, role, reason, maximum, occupied, previous_hash, hash"
                        + " from ledger_entry where tenant_id = ? and seq = " + sequence,
                1);
    }

    private void execute(String sql, int atLeast) throws SQLException {
        try (Connection connection = TestDatabase.server().connect(Desk.DATABASE);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant.id().value());
            assertThat(statement.executeUpdate()).isGreaterThanOrEqualTo(atLeast);
        }
    }
}
