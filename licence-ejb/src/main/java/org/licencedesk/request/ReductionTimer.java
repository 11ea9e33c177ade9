package org.licencedesk.request;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.licencedesk.kernel.BackgroundWork;
import org.licencedesk.kernel.TimeSource;

/** Looks on every node for reductions whose date has come. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReductionTimer {

    @Inject
    private DueReductions due;

    @Inject
    private TimeSource time;

    /** Runs every minute, so that a reduction is applied soon after midnight, wherever that is. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    void run() {
        BackgroundWork.run(() -> due.applyAll(time.now()));
    }
}
