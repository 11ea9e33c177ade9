package org.licencedesk.billing;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.Contention;
import org.licencedesk.kernel.DatabaseReach;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;

/** Closes all invoices that are due, each in a transaction of its own; on every node, as the tenants' rows are locked. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RenewalJob {

    private static final Logger LOG = System.getLogger(RenewalJob.class.getName());

    @Inject
    private Renewal renewal;

    @Inject
    private TimeSource time;

    /** Runs every five minutes, as midnight comes to each time zone at another hour. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void look() {
        if (DatabaseReach.isGiven()) {
            run(time.now());
        }
    }

    /** Closes what is due at the instant. A tenant that cannot be closed does not keep the others waiting. */
    public void run(Instant now) {
        for (TenantId tenant : renewal.due(now)) {
            try {
                boolean another;
                do {
                    another = Contention.retrying(() -> renewal.closeNext(tenant, now));
                } while (another);
            } catch (Busy e) {
                LOG.log(Level.DEBUG, "A tenant is busy; its period is closed in the next round");
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A period of tenant " + tenant.value() + " could not be closed", e);
            }
        }
    }
}
