package org.licencedesk.request;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.job.Due;
import org.licencedesk.job.DueChunk;
import org.licencedesk.tenant.DueDays;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.tenant.Tenants;

/** Finds the agreed reductions whose date has come. */
@Stateless
public class DueReductions {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Tenants tenants;

    /** @return a chunk of the tenants with a reduction to apply, the longest due first */
    public DueChunk read(Instant now, Optional<Due> after, int most) {
        return DueDays.read(
                entities.createQuery(
                        "select t, a.reducesOn from Allowance a join Tenant t on t.id = a.tenantId"
                                + " where a.reducesOn <= :latest"
                                + " and (a.reducesOn > :day or (a.reducesOn = :day and a.tenantId > :tenant))"
                                + " order by a.reducesOn, a.tenantId",
                        Object[].class),
                now,
                after,
                most);
    }

    /** @return the tenant's day at the instant */
    public LocalDate dayOf(TenantId tenant, Instant now) {
        return tenants.get(tenant).dayOf(now);
    }
}
