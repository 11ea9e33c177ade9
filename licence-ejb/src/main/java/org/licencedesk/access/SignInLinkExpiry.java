package org.licencedesk.access;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.licencedesk.kernel.BackgroundWork;
import org.licencedesk.kernel.TimeSource;

/** Forgets links of long ago, a few at a time, on every node. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInLinkExpiry {

    private static final int AT_A_TIME = 1_000;

    @Inject
    private StoredLinks links;

    @Inject
    private TimeSource time;

    /** Runs every hour. */
    @Schedule(hour = "*", minute = "41", persistent = false)
    void forgetOld() {
        BackgroundWork.run(() -> {
            int forgotten;
            do {
                forgotten = links.forget(AT_A_TIME, time.now());
            } while (forgotten == AT_A_TIME);
        });
    }
}
