package org.licencedesk.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether the database is there, asked before a request enters the container. Servers log pages of stack traces for
 * every transaction that finds no database; an outage that is found out here takes two lines, however long it lasts.
 */
public final class DatabaseReach {

    private static final Logger LOG = System.getLogger(DatabaseReach.class.getName());

    private static final int SECONDS_TO_ANSWER = 2;

    private static final ReentrantLock ASKING = new ReentrantLock();

    private static volatile boolean doubted;

    private static volatile boolean away;

    private DatabaseReach() {}

    /** Notes that a connection was lost or could not be made: from now on it is asked for. */
    static void doubt() {
        doubted = true;
    }

    /** @return whether the database answers; asks it only after a connection failed */
    public static boolean isGiven() {
        // One request asks; the others do not queue up behind it.
        if (doubted && ASKING.tryLock()) {
            try {
                ask();
            } finally {
                ASKING.unlock();
            }
        }
        return !away;
    }

    /** @return whether the database answers; asks it in any case, for work that nobody waits for */
    public static boolean answers() {
        ASKING.lock();
        try {
            ask();
        } finally {
            ASKING.unlock();
        }
        return !away;
    }

    private static void ask() {
        try (Connection connection = LicenceDataSource.borrow()) {
            note(connection.isValid(SECONDS_TO_ANSWER), "no answer");
        } catch (SQLException e) {
            note(!Contention.isConnectionLost(e), String.valueOf(e.getMessage()));
        }
    }

    private static void note(boolean there, String failure) {
        doubted = !there;
        if (away == there) {
            away = !there;
            LOG.log(
                    there ? Level.INFO : Level.WARNING,
                    there ? "The database answers again" : "The database is away: " + failure);
        }
    }
}
