package org.licencedesk.request;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.licencedesk.allowance.Allowances;
import org.licencedesk.kernel.Contention;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.tenant.Tenants;

/** Applies the reductions of all tenants whose date has come, each in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DueReductions {

    private static final Logger LOG = System.getLogger(DueReductions.class.getName());

    @Inject
    private Allowances allowances;

    @Inject
    private Tenants tenants;

    @Inject
    private ReductionRenewal renewal;

    /**
     * May run on several nodes at once, and late: whoever locks a tenant's allowance first applies its reduction, and the
     * others find nothing left to do. A tenant that fails does not hold up the others; it is tried again at the next run.
     */
    public void applyAll(Instant now) {
        // Somewhere it is tomorrow already.
        LocalDate latest = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        for (TenantId tenant : allowances.reducingUntil(latest)) {
            try {
                LocalDate today = tenants.get(tenant).dayOf(now);
                Contention.retrying(() -> renewal.applyDue(tenant, today, now));
            } catch (RuntimeException e) {
                LOG.log(
                        Level.WARNING,
                        "The reduction of tenant " + tenant + " was not applied; the next run tries again",
                        e);
            }
        }
    }
}
