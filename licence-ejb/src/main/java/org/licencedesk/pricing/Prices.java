package org.licencedesk.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.tenant.Tenant;

/** The prices that are stored. */
@ApplicationScoped
public class Prices {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return the price list of the tenant */
    public PriceList of(Tenant tenant) {
        NavigableMap<LocalDate, Money> perSeat = new TreeMap<>();
        entities.createQuery("from Price where key.tenantId = :tenant", Price.class)
                .setParameter("tenant", tenant.id().value())
                .getResultStream()
                .forEach(price -> perSeat.put(price.validFrom(), Money.rounded(price.perSeat(), tenant.currency())));
        return new PriceList(tenant.currency(), tenant.calendar(), perSeat);
    }

    /** Stores what a seat costs from the renewal date on; a price set for the same date before is replaced. */
    void set(TenantId tenant, LocalDate from, Money perSeat) {
        Price stored = entities.find(Price.class, new Price.Key(tenant.value(), from));
        if (stored == null) {
            entities.persist(new Price(tenant, from, perSeat.amount()));
        } else {
            stored.change(perSeat.amount());
        }
    }
}
