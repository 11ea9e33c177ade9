package org.licencedesk.replay;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Forgets old answers, a few at a time, on every node. */
@Singleton
public class ReplayExpiry {

    private static final int AT_A_TIME = 1_000;

    @Inject
    private Replay replay;

    /** Runs every quarter of an hour. */
    @Schedule(hour = "*", minute = "*/15", persistent = false)
    void forgetOld() {
        int forgotten;
        do {
            forgotten = replay.forget(AT_A_TIME);
        } while (forgotten == AT_A_TIME);
    }
}
