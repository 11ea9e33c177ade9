package org.licencedesk.seats.pricing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** Shows what tenants pay. */
@Stateless
public class SeatPrices {

    @Inject
    private Tenants tenants;

    @Inject
    private Prices prices;

    @Inject
    private TimeSource time;

    /** @return what the tenant pays on its present day, and what it will pay */
    public SeatPrice of(TenantId id, Actor actor) {
        Permission.SEE_INVOICES.require(actor, id);
        Tenant tenant = tenants.get(id);
        return SeatPrice.on(tenant.dayOf(time.now()), prices.of(tenant));
    }
}
