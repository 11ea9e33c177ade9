package org.licencedesk.platform;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.licencedesk.kernel.Busy;

/** Runs what nobody waits for and nobody does again. */
public final class BackgroundWork {

    private static final Logger LOG = Logger.getLogger(BackgroundWork.class.getName());

    private BackgroundWork() {}

    /** Runs it, unless the database is away: servers log pages for each transaction that finds none. */
    public static void once(Runnable work) {
        if (!DatabaseHealth.answers()) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            boolean awaited = e instanceof Busy || Contention.isLockTimeout(e) || Contention.isConnectionLost(e);
            LOG.log(awaited ? Level.FINE : Level.WARNING, "A task failed and is given up", e);
        }
    }
}
