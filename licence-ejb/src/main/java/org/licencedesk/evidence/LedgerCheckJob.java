package org.licencedesk.evidence;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.licencedesk.kernel.BackgroundWork;
import org.licencedesk.kernel.TimeSource;

/** Checks every tenant's ledger each night, each on one of the nodes. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LedgerCheckJob {

    @Inject
    private LedgerFindings findings;

    @Inject
    private LedgerVerification verification;

    @Inject
    private TimeSource time;

    /** Begins every ten minutes of the night, in UTC, with what is still to be checked. */
    @Schedule(hour = "0-5", minute = "*/10", timezone = "UTC", persistent = false)
    void look() {
        BackgroundWork.run(() -> run(time.now()));
    }

    /** Checks what was not checked on the day of the instant. A ledger that cannot be read does not keep the others. */
    public void run(Instant now) {
        BackgroundWork.forEach(findings.due(now), tenant -> {
            if (findings.claim(tenant, now)) {
                verification.check(tenant, now);
            }
        });
    }
}
