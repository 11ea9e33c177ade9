package org.licencedesk.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.TenantId;

/** The allowances that are stored. */
@ApplicationScoped
public class Allowances {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /**
     * Locks the allowance until the transaction ends. The first statement of every transaction that changes seats; the
     * wait for it is bounded by the data source's lock wait timeout.
     *
     * @throws NotFound if there is no such tenant
     */
    public Allowance lock(TenantId tenant) {
        return require(entities.find(Allowance.class, tenant.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * @return the allowance as it stands, not locked; inside a transaction that locked it, the locked one
     * @throws NotFound if there is no such tenant
     */
    public Allowance get(TenantId tenant) {
        return require(entities.find(Allowance.class, tenant.value()));
    }

    /** @return the figures of the tenants, in one statement */
    public List<Allowance> of(List<TenantId> tenants) {
        List<UUID> ids = tenants.stream().map(TenantId::value).toList();
        return entities.createQuery("from Allowance where tenantId in :ids", Allowance.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Begins the allowance of a tenant that was just created. */
    public Allowance begin(TenantId tenant, int maximum, Instant now) {
        Allowance allowance = new Allowance(tenant, maximum, now);
        entities.persist(allowance);
        return allowance;
    }

    private static Allowance require(Allowance found) {
        return Optional.ofNullable(found).orElseThrow(NotFound::new);
    }
}
