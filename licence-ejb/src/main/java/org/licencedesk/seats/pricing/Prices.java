package org.licencedesk.seats.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.tenant.Tenant;

/** The prices that are stored. */
@ApplicationScoped
public class Prices {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return the price list of the tenant */
    public PriceList of(Tenant tenant) {
        return Objects.requireNonNull(of(List.of(tenant)).get(tenant.id()));
    }

    /** @return the price list of each of the tenants, in one statement */
    public Map<TenantId, PriceList> of(Collection<Tenant> tenants) {
        List<UUID> ids = tenants.stream().map(tenant -> tenant.id().value()).toList();
        Map<TenantId, List<Price>> stored = entities
                .createQuery("from Price where key.tenantId in :tenants", Price.class)
                .setParameter("tenants", ids)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(Price::tenant));
        return tenants.stream()
                .collect(Collectors.toMap(
                        Tenant::id, tenant -> list(tenant, stored.getOrDefault(tenant.id(), List.of()))));
    }

    private static PriceList list(Tenant tenant, List<Price> stored) {
        NavigableMap<LocalDate, Money> perSeat = new TreeMap<>();
        stored.forEach(price -> perSeat.put(price.validFrom(), Money.rounded(price.perSeat(), tenant.currency())));
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
