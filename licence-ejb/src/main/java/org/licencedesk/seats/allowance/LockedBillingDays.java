package org.licencedesk.seats.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.pricing.BillingDays;
import org.licencedesk.seats.tenant.Tenants;

/** Knows by the allowance's row what was billed. */
@ApplicationScoped
class LockedBillingDays implements BillingDays {

    @Inject
    private Allowances allowances;

    @Inject
    private Tenants tenants;

    @Inject
    private TimeSource time;

    @Override
    public LocalDate lock(TenantId tenant) {
        Allowance allowance = allowances.lock(tenant);
        return allowance.billingDay(tenants.get(tenant).dayOf(time.now()));
    }
}
