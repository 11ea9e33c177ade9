package org.licencedesk.kernel;

import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs what nobody waits for. Parts of a job that fail are tried again when the job looks the next time. */
public final class BackgroundWork {

    private static final Logger LOG = Logger.getLogger(BackgroundWork.class.getName());

    private BackgroundWork() {}

    /** Runs it, unless the database is away: servers log pages for each transaction that finds none. */
    public static void run(Runnable work) {
        run(work, "A job failed and will be tried again");
    }

    /** As {@link #run}, for what nobody does again. */
    public static void once(Runnable work) {
        run(work, "A task failed and is given up");
    }

    /** Does it for each of the tenants. One who cannot be served is named, and does not keep the others waiting. */
    public static void forEach(List<TenantId> tenants, Consumer<TenantId> work) {
        tenants.forEach(tenant -> run(
                () -> work.accept(tenant), "A job for tenant " + tenant.value() + " failed and will be tried again"));
    }

    private static void run(Runnable work, String failure) {
        if (!DatabaseReach.answers()) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            // Containers end a timer for good after two calls that failed, and be it for want of memory.
            boolean awaited = e instanceof Busy || Contention.isLockTimeout(e) || Contention.isConnectionLost(e);
            LOG.log(awaited ? Level.FINE : Level.WARNING, failure, e);
        }
    }
}
