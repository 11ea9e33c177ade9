package org.licencedesk.seats.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;

/** The allowances that are stored. */
@ApplicationScoped
public class Allowances {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private DueFirst dueFirst;

    /**
     * Locks the allowance until the transaction ends, and does what is due to the tenant, agreed reductions and invoices,
     * before anything else is done (R30). The first statement of every transaction that changes seats; the wait for it is
     * bounded by the data source's lock wait timeout.
     *
     * @throws NotFound if there is no such tenant
     * @throws Busy if more is due than can be done at once, and is left to the job
     * @throws RuleViolation {@link Refusal#RENEWAL_OVERDUE} if what is due cannot be done
     */
    public Allowance lock(TenantId tenant) {
        Allowance allowance = lockAsItStands(tenant);
        dueFirst.require(allowance);
        return allowance;
    }

    /**
     * As {@link #lock}, for those who do what is due.
     *
     * @throws NotFound if there is no such tenant
     */
    public Allowance lockAsItStands(TenantId tenant) {
        return require(entities.find(Allowance.class, tenant.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * For whoever shows a tenant its figures, or what depends on them: what is due is done before, in transactions of its
     * own, so that what is shown is what whoever acts would find (R32). Where it cannot be done, the allowance is shown as
     * it stands.
     *
     * @return the allowance, not locked; nothing in the transaction may be locked
     * @throws NotFound if there is no such tenant
     */
    public Allowance current(TenantId tenant) {
        Allowance allowance = get(tenant);
        if (dueFirst.attempt(allowance)) {
            entities.refresh(allowance);
        }
        return allowance;
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
