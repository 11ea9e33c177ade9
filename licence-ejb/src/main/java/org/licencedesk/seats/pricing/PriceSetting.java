package org.licencedesk.seats.pricing;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.seats.tenant.NotARenewalDate;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** Sets prices (R2, R33). */
@Stateless
public class PriceSetting {

    @Inject
    private Tenants tenants;

    @Inject
    private Prices prices;

    @Inject
    private BillingDays days;

    @Inject
    private Event<PriceSet> changes;

    @Inject
    private TimeSource time;

    /**
     * @return the price that was set
     * @throws NotARenewalDate if the date is none, or has begun, or was billed already; the first day of the running period is
     *     accepted while no price is known for it, since nothing was shown at another one (R31)
     * @throws InvalidValue if the price is no amount of the tenant's currency
     */
    public Money set(SetPrice command) {
        Permission.SET_PRICES.require(command.actor(), command.tenant());
        LocalDate day = days.lock(command.tenant());
        Tenant tenant = tenants.get(command.tenant());
        Money perSeat = Money.parse("pricePerSeat", command.perSeat(), tenant.currency());
        Instant now = time.now();
        if (!isFirstPrice(tenant, command.from(), day)) {
            tenant.calendar().requireComing(command.from(), day);
        }
        prices.set(command.tenant(), command.from(), perSeat);
        changes.fire(new PriceSet(command.tenant(), now));
        return perSeat;
    }

    private boolean isFirstPrice(Tenant tenant, LocalDate from, LocalDate today) {
        return tenant.calendar().around(today).start().equals(from)
                && prices.of(tenant).perSeatOn(from).isEmpty();
    }

    /** Stores the first price of a tenant that was just created, from the period in which its first day falls. */
    @WithoutPermission("a part of the creation of a tenant, which asks")
    public void begin(Tenant tenant, Optional<Money> perSeat) {
        LocalDate start = tenant.calendar().around(tenant.dayOf(time.now())).start();
        perSeat.ifPresent(price -> prices.set(tenant.id(), start, price));
    }
}
