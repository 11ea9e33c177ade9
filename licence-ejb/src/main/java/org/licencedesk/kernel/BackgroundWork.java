package org.licencedesk.kernel;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs a part of a job that nobody waits for. What fails is tried again when the job looks the next time. */
public final class BackgroundWork {

    private static final Logger LOG = Logger.getLogger(BackgroundWork.class.getName());

    private BackgroundWork() {}

    /** Runs it, unless the database is away: servers log pages for each transaction that finds none. */
    public static void run(Runnable work) {
        if (!DatabaseReach.isGiven()) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            boolean awaited = e instanceof Busy || Contention.isLockTimeout(e) || Contention.isConnectionLost(e);
            LOG.log(awaited ? Level.FINE : Level.WARNING, "A job failed and will be tried again", e);
        }
    }
}
