package org.licencedesk.platform;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.licencedesk.kernel.Busy;

/**
 * Repeats a whole use case whose transaction lost to another one. It stands around the call of the bean, outside its
 * transaction, because on a Galera cluster the loser learns of it at COMMIT only.
 */
public final class Contention {

    private static final int ATTEMPTS = 5;

    /** Those who lost to each other do not meet again: each waits for a random time, at most this and twice as long each time. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);

    private static final LostTransactions LOST_TRANSACTIONS = new LostTransactions();

    /** MariaDB: deadlock (on Galera also a lost certification), and a record changed since it was read. */
    private static final Set<Integer> LOST = Set.of(1213, 1020);

    /**
     * MariaDB: takes no changes, because it is read-only after another server became the primary (1290, 1836) or has lost its
     * cluster (1047). Nothing of the transaction was done, and another server may do it.
     */
    private static final Set<Integer> TAKES_NO_CHANGES = Set.of(1290, 1836, 1047);

    /** MariaDB: something went wrong during COMMIT. */
    private static final int ERROR_DURING_COMMIT = 1180;

    /** SQLSTATE: the connection was lost at COMMIT, transaction resolution unknown. */
    static final String UNDECIDED = "08007";

    /** MariaDB: a lock, or a statement as a whole, took too long. */
    private static final Set<Integer> TOOK_TOO_LONG = Set.of(1205, 1969);

    private Contention() {}

    /**
     * What lost its connection before COMMIT is repeated once: another server may have taken over. What lost it at COMMIT is
     * not, because nobody knows whether it was done.
     *
     * @param useCase the call of a bean that begins and ends its own transaction
     * @return what the use case returned
     * @throws Busy if a lock could not be had in time, or the transaction lost too often; nothing was changed
     */
    public static <T> T retrying(Supplier<T> useCase) {
        boolean moved = false;
        for (int attempt = 1; ; attempt++) {
            try (CommitWatch watch = CommitWatch.begin()) {
                try {
                    return useCase.get();
                } catch (RuntimeException e) {
                    Throwable failure = hidesCommit(e)
                            ? watch.failure().<Throwable>map(found -> found).orElse(e)
                            : e;
                    if (isLockTimeout(failure)) {
                        throw new Busy();
                    }
                    if (lostToAnother(failure)) {
                        LOST_TRANSACTIONS.note();
                        if (attempt == ATTEMPTS) {
                            throw new Busy();
                        }
                    } else if (!moved && isCutShort(failure) && DatabaseHealth.isAvailable()) {
                        moved = true;
                    } else {
                        throw e;
                    }
                }
            }
            pauseAfter(attempt);
        }
    }

    private static void pauseAfter(int attempt) {
        long longest = FIRST_PAUSE.toNanos() << (attempt - 1);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, longest));
    }

    /** @return whether the failure is that a lock, or a connection, could not be had in time */
    public static boolean isLockTimeout(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof LockTimeoutException
                        || errorCode(cause).filter(TOOK_TOO_LONG::contains).isPresent());
    }

    /**
     * Where a transaction could not be begun or ended, servers pass on their own exception, without the database's.
     *
     * @return whether the failure is that the database went away or takes no changes; nobody knows whether a commit was done
     */
    public static boolean isConnectionLost(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SystemException
                        || cause instanceof XAException
                        || errorCode(cause).filter(TAKES_NO_CHANGES::contains).isPresent()
                        || state(cause).filter(state -> state.startsWith("08")).isPresent());
    }

    /** @return whether the failure is that others were in the way; nothing was changed */
    public static boolean isBusy(Throwable failure) {
        return isLockTimeout(failure) || lostToAnother(failure);
    }

    /** @return whether the failure says nothing of what was done: the same call may go well when it is repeated */
    public static boolean isPassing(Throwable failure) {
        return failure instanceof Busy || isBusy(failure) || isConnectionLost(failure);
    }

    /** @return whether a commit that failed so may have been done */
    static boolean isUndecidedAfterCommit(SQLException failure) {
        return failure.getErrorCode() == ERROR_DURING_COMMIT
                || (isConnectionLost(failure) && !TAKES_NO_CHANGES.contains(failure.getErrorCode()));
    }

    /** A server's own exception, in place of the database's. */
    private static boolean hidesCommit(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SystemException
                        || cause instanceof XAException
                        || cause instanceof RollbackException);
    }

    /** Before COMMIT, so that nothing was done. */
    private static boolean isCutShort(Throwable failure) {
        return causes(failure)
                        .noneMatch(cause -> cause instanceof SystemException
                                || cause instanceof XAException
                                || state(cause).filter(UNDECIDED::equals).isPresent())
                && isConnectionLost(failure);
    }

    private static boolean lostToAnother(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof OptimisticLockException
                        || cause instanceof PessimisticLockException
                        || errorCode(cause).filter(LOST::contains).isPresent());
    }

    private static Optional<Integer> errorCode(Throwable cause) {
        return cause instanceof SQLException sql ? Optional.of(sql.getErrorCode()) : Optional.empty();
    }

    private static Optional<String> state(Throwable cause) {
        return cause instanceof SQLException sql ? Optional.ofNullable(sql.getSQLState()) : Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
