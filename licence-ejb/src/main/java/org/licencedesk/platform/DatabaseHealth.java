package org.licencedesk.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether the database is there, asked before a request enters the container. Servers log pages of stack traces for
 * every transaction that finds no database; an outage that is found out here takes two lines, however long it lasts.
 *
 * <p>It is asked over a connection that nothing else uses, with three seconds to answer, by one thread at a time. Nobody
 * waits for another one's question: while it is asked, what was known before holds.
 */
public final class DatabaseHealth {

    private static final Logger LOG = System.getLogger(DatabaseHealth.class.getName());

    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofMillis(500);

    private static final ReentrantLock ASKING = new ReentrantLock();

    private static Optional<Connection> connection = Optional.empty();

    private static Optional<Thread> watch = Optional.empty();

    private static volatile boolean away;

    private DatabaseHealth() {}

    /**
     * Notes that a connection was lost or could not be made. The database is asked by a thread of its own, which, where it
     * does not answer, goes on until it does.
     */
    static synchronized void doubt() {
        if (watch.isEmpty()) {
            Thread thread = new Thread(DatabaseHealth::watch, "licence-database-reach");
            thread.setDaemon(true);
            watch = Optional.of(thread);
            thread.start();
        }
    }

    private static void watch() {
        while (isWatching() && !answers()) {
            LockSupport.parkNanos(UNTIL_ASKED_AGAIN.toNanos());
        }
        endWatch();
    }

    private static synchronized boolean isWatching() {
        return watch.filter(Thread.currentThread()::equals).isPresent();
    }

    private static synchronized void endWatch() {
        watch = watch.filter(thread -> !thread.equals(Thread.currentThread()));
    }

    /** @return whether the database answered when it was asked last; costs nothing */
    public static boolean isAvailable() {
        return !away;
    }

    /** @return whether the database answers and takes changes; asks it, each of its servers for at most three seconds */
    public static boolean answers() {
        if (ASKING.tryLock()) {
            try {
                ask();
            } finally {
                ASKING.unlock();
            }
        }
        if (away) {
            doubt();
        }
        return !away;
    }

    private static void ask() {
        try {
            if (connection.isEmpty() || !takesChanges(connection.get())) {
                close();
                connection = Optional.of(LicenceDataSource.forQuestion());
            }
            note(true, "");
        } catch (SQLException e) {
            note(!Contention.isConnectionLost(e), String.valueOf(e.getMessage()));
        }
    }

    /** @throws SQLException if it did not answer in time, and there is no other server: no other connection would do better */
    private static boolean takesChanges(Connection asked) throws SQLException {
        long begin = System.nanoTime();
        try {
            DatabaseNodes.requireWritable(asked);
            return true;
        } catch (SQLException e) {
            boolean silent = System.nanoTime() - begin >= DatabaseSettings.LONGEST_SILENCE.toNanos() / 2;
            if (silent && !LicenceDataSource.hasOtherServers()) {
                close();
                throw new SQLException("no answer", "08S01", e);
            }
            return false;
        }
    }

    private static void close() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A connection that was given up could not be closed", e);
        } finally {
            connection = Optional.empty();
        }
    }

    private static void note(boolean there, String failure) {
        if (away == there) {
            away = !there;
            LOG.log(
                    there ? Level.INFO : Level.WARNING,
                    there ? "The database answers again" : "The database is away: " + failure);
        }
    }

    /** Ends what it keeps: the application ends. */
    static void end() {
        synchronized (DatabaseHealth.class) {
            watch.ifPresent(LockSupport::unpark);
            watch = Optional.empty();
        }
        ASKING.lock();
        try {
            close();
        } finally {
            ASKING.unlock();
        }
    }
}
