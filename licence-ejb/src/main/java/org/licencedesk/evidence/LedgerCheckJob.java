package org.licencedesk.evidence;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import org.licencedesk.kernel.DatabaseReach;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;

/** Checks every tenant's ledger each night, each on one of the nodes. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LedgerCheckJob {

    private static final Logger LOG = System.getLogger(LedgerCheckJob.class.getName());

    @Inject
    private LedgerFindings findings;

    @Inject
    private LedgerVerification verification;

    @Inject
    private TimeSource time;

    /** Begins every ten minutes of the night, in UTC, with what is still to be checked. */
    @Schedule(hour = "0-5", minute = "*/10", timezone = "UTC", persistent = false)
    void look() {
        if (DatabaseReach.isGiven()) {
            run(time.now());
        }
    }

    /** Checks what was not checked on the day of the instant. A ledger that cannot be read does not keep the others. */
    public void run(Instant now) {
        for (TenantId tenant : findings.due(now)) {
            try {
                if (findings.claim(tenant, now)) {
                    verification.check(tenant, now);
                }
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "The ledger of tenant " + tenant.value() + " could not be checked", e);
            }
        }
    }
}
