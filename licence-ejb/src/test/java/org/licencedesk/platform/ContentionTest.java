package org.licencedesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.NotFound;

// R34
class ContentionTest {
    private final AtomicInteger calls = new AtomicInteger();

    @ParameterizedTest
    @MethodSource("lost")
    void repeats_what_lost_to_another_transaction(RuntimeException lost) {
        String result = Contention.retrying(() -> {
            if (calls.incrementAndGet() < 3) {
                throw lost;
            }
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(calls).hasValue(3);
    }

    @ParameterizedTest
    @MethodSource("lost")
    void gives_up_in_the_end_and_says_busy(RuntimeException lost) {
        assertThatExceptionOfType(Busy.class).isThrownBy(() -> Contention.retrying(() -> fail(lost)));
        assertThat(calls).hasValue(5);
    }

    static Stream<RuntimeException> lost() {
        return Stream.of(
                new EJBException(new PersistenceException(new SQLException("deadlock", "40001", 1213))),
                new EJBException(new PersistenceException(new SQLException("changed since read", "HY000", 1020))),
                new EJBException(new OptimisticLockException()),
                new PessimisticLockException());
    }

    @ParameterizedTest
    @MethodSource("waitedTooLong")
    void does_not_wait_a_second_time_for_a_lock_or_a_connection(RuntimeException waited) {
        assertThatExceptionOfType(Busy.class).isThrownBy(() -> Contention.retrying(() -> fail(waited)));
        assertThat(calls).hasValue(1);
    }

    static Stream<RuntimeException> waitedTooLong() {
        return Stream.of(
                new EJBException(new PersistenceException(new SQLException("statement took too long", "70100", 1969))),
                new EJBException(new PersistenceException(new SQLException("lock wait timeout", "HY000", 1205))),
                new EJBException(new LockTimeoutException()),
                new PersistenceException(new SQLTransientConnectionException("no connection", "08001")));
    }

    @ParameterizedTest
    @MethodSource("everythingElse")
    void repeats_nothing_else(RuntimeException failure) {
        assertThatThrownBy(() -> Contention.retrying(() -> fail(failure))).isSameAs(failure);
        assertThat(calls).hasValue(1);
    }

    static Stream<RuntimeException> everythingElse() {
        return Stream.of(
                new NotFound(),
                new IllegalStateException(),
                new PersistenceException(new SQLException("duplicate", "23000", 1062)),
                new PersistenceException(new SQLException("gone at COMMIT", "08007", 1927)),
                new EJBException(new IllegalStateException(new SystemException("not ended"))),
                new EJBException(new XAException(XAException.XAER_RMFAIL)));
    }

    @ParameterizedTest
    @CsvSource({"40001, 1213, 5", "HY000, 1290, 2", "08S01, 1047, 2", "08007, 0, 1", "HY000, 1180, 1"})
    void knows_what_a_commit_failed_of_though_the_server_does_not_say_so(String state, int code, int attempts) {
        assertThatThrownBy(() -> Contention.retrying(() -> {
                    CommitWatch.note(new SQLException("failed", state, code));
                    return fail(new EJBException(new IllegalStateException(new SystemException("not ended"))));
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(calls).hasValue(attempts);
    }

    @Test
    void a_commit_that_failed_and_was_got_over_is_not_what_the_rest_failed_of() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> Contention.retrying(() -> {
                    CommitWatch.note(new SQLException("deadlock", "40001", 1213));
                    return fail(new NotFound());
                }));
        assertThat(calls).hasValue(1);
    }

    @Test
    void each_attempt_and_each_repetition_inside_another_has_its_own_commits() {
        assertThatThrownBy(() -> Contention.retrying(() -> {
                    Contention.retrying(() -> {
                        CommitWatch.note(new SQLException("deadlock", "40001", 1213));
                        return "got over";
                    });
                    return fail(new EJBException(new IllegalStateException(new SystemException("not ended"))));
                }))
                .isInstanceOf(EJBException.class);
        assertThat(calls).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("cutShort")
    void repeats_once_what_lost_its_server_before_the_commit(RuntimeException cut) {
        assertThatThrownBy(() -> Contention.retrying(() -> fail(cut))).isSameAs(cut);
        assertThat(calls).hasValue(2);
    }

    static Stream<RuntimeException> cutShort() {
        return Stream.of(
                new EJBException(new PersistenceException(new SQLException("gone", "08S01", 1927))),
                new EJBException(new PersistenceException(new SQLException("no connection", "08000", 0))),
                new EJBException(new PersistenceException(new SQLException("has no cluster", "08S01", 1047))),
                new EJBException(new PersistenceException(new SQLException("read-only", "HY000", 1290))),
                new EJBException(new PersistenceException(new SQLException("read-only mode", "HY000", 1836))));
    }

    @ParameterizedTest
    @CsvSource({
        "08S01, 1927, true",
        "08000, 0, true",
        "HY000, 1180, true",
        "40001, 1213, false",
        "HY000, 1205, false",
        "HY000, 1290, false",
        "HY000, 1836, false",
        "08S01, 1047, false"
    })
    void knows_after_which_failures_of_a_commit_nobody_knows_whether_it_was_done(
            String state, int code, boolean undecided) {
        assertThat(Contention.isUndecidedAfterCommit(new SQLException("failed", state, code)))
                .isEqualTo(undecided);
    }

    @Test
    void knows_that_the_database_went_away() {
        assertThat(Contention.isConnectionLost(new EJBException(new SQLException("gone", "08S01", 1927))))
                .isTrue();
        assertThat(Contention.isConnectionLost(new EJBException(new SQLException("deadlock", "40001", 1213))))
                .isFalse();
        assertThat(Contention.isConnectionLost(new SQLException("no state"))).isFalse();
    }

    private String fail(RuntimeException failure) {
        calls.incrementAndGet();
        throw failure;
    }
}
