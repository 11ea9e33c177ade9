package org.licencedesk.request;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.licencedesk.job.Due;
import org.licencedesk.job.DueChunk;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.tenant.Tenant;
import org.licencedesk.tenant.Tenants;

/** Finds the agreed reductions whose date has come. */
@Stateless
public class DueReductions {

    /** Where a day begins first. */
    private static final ZoneOffset FIRST_TO_SEE_THE_DAY = ZoneOffset.ofHours(14);

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Tenants tenants;

    /** @return a chunk of the tenants with a reduction to apply, the longest due first */
    public DueChunk read(Instant now, Optional<Due> after, int most) {
        Set<TenantId> begun = new HashSet<>();
        List<Due> rows = new ArrayList<>();
        entities.createQuery(
                        "select t, a.reducesOn from Allowance a join Tenant t on t.id = a.tenantId"
                                + " where a.reducesOn <= :latest"
                                + " and (a.reducesOn > :day or (a.reducesOn = :day and a.tenantId > :tenant))"
                                + " order by a.reducesOn, a.tenantId",
                        Object[].class)
                .setParameter("latest", now.atOffset(FIRST_TO_SEE_THE_DAY).toLocalDate())
                .setParameter("day", after.map(Due::on).orElse(LocalDate.EPOCH))
                .setParameter("tenant", after.map(due -> due.tenant().value()).orElse(new UUID(0, 0)))
                .setMaxResults(most)
                .getResultStream()
                .forEach(row -> {
                    Tenant tenant = (Tenant) row[0];
                    Due due = new Due((LocalDate) row[1], tenant.id());
                    rows.add(due);
                    if (!due.on().isAfter(tenant.dayOf(now))) {
                        begun.add(tenant.id());
                    }
                });
        return DueChunk.of(rows, most, due -> begun.contains(due.tenant()));
    }

    /** @return the tenant's day at the instant */
    public LocalDate dayOf(TenantId tenant, Instant now) {
        return tenants.get(tenant).dayOf(now);
    }
}
