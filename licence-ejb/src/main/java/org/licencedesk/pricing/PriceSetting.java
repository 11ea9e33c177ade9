package org.licencedesk.pricing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.tenant.NotARenewalDate;
import org.licencedesk.tenant.Tenant;
import org.licencedesk.tenant.Tenants;

/** Sets prices (R2, R33). */
@Stateless
public class PriceSetting {

    @Inject
    private Tenants tenants;

    @Inject
    private Prices prices;

    @Inject
    private TimeSource time;

    /**
     * @return the price that was set
     * @throws NotARenewalDate if the date is none, or has begun
     * @throws InvalidValue if the price is no amount of the tenant's currency
     */
    public Money set(SetPrice command) {
        Permission.SET_PRICES.require(command.actor(), command.tenant());
        Tenant tenant = tenants.get(command.tenant());
        Money perSeat = Money.parse("pricePerSeat", command.perSeat(), tenant.currency());
        tenant.calendar().requireComing(command.from(), tenant.dayOf(time.now()));
        prices.set(command.tenant(), command.from(), perSeat);
        return perSeat;
    }

    /** Stores the first price of a tenant that was just created, from the period in which its first day falls. */
    public void begin(Tenant tenant, Optional<Money> perSeat) {
        LocalDate start = tenant.calendar().around(tenant.dayOf(time.now())).start();
        perSeat.ifPresent(price -> prices.set(tenant.id(), start, price));
    }
}
