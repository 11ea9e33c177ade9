package org.licencedesk.billing;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.licencedesk.kernel.BackgroundWork;
import org.licencedesk.kernel.Contention;
import org.licencedesk.kernel.TimeSource;

/** Closes all invoices that are due, each in a transaction of its own; on every node, as the tenants' rows are locked. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RenewalJob {

    @Inject
    private Renewal renewal;

    @Inject
    private TimeSource time;

    /** Runs every five minutes, as midnight comes to each time zone at another hour. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void look() {
        BackgroundWork.run(() -> run(time.now()));
    }

    /** Closes what is due at the instant. A tenant that cannot be closed does not keep the others waiting. */
    public void run(Instant now) {
        BackgroundWork.forEach(renewal.due(now), tenant -> {
            boolean another;
            do {
                another = Contention.retrying(() -> renewal.closeNext(tenant, now));
            } while (another);
        });
    }
}
