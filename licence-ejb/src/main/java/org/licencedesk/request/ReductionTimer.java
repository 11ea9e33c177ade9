package org.licencedesk.request;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.licencedesk.kernel.TimeSource;

/** Looks on every node for reductions whose date has come. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReductionTimer {

    private static final Logger LOG = System.getLogger(ReductionTimer.class.getName());

    @Inject
    private DueReductions due;

    @Inject
    private TimeSource time;

    /** Runs every minute, so that a reduction is applied soon after midnight, wherever that is. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    void run() {
        try {
            due.applyAll(time.now());
        } catch (RuntimeException e) {
            // A server gives a timer up that fails again and again, as it would while the database is away.
            LOG.log(Level.WARNING, "Reductions could not be looked for; the next run tries again: " + e);
        }
    }
}
