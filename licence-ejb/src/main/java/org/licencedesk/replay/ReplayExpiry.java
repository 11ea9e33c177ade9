package org.licencedesk.replay;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.licencedesk.kernel.BackgroundWork;

/** Forgets old answers, a few at a time, on every node. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReplayExpiry {

    private static final int AT_A_TIME = 1_000;

    @Inject
    private Replay replay;

    /** Runs every quarter of an hour. */
    @Schedule(hour = "*", minute = "*/15", persistent = false)
    void forgetOld() {
        BackgroundWork.run(() -> {
            int forgotten;
            do {
                forgotten = replay.forget(AT_A_TIME);
            } while (forgotten == AT_A_TIME);
        });
    }
}
