package org.licencedesk.billing;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** Finds the invoices that are to be closed. */
@Stateless
public class DueRenewals {

    /** Where a day begins first. */
    private static final ZoneOffset FIRST_TO_SEE_THE_DAY = ZoneOffset.ofHours(14);

    /** What is due for longer than this should long have been closed. */
    private static final Duration GRACE = Duration.ofHours(1);

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return a chunk of the tenants with an invoice to close, the longest due first */
    public DueChunk read(Instant now, Optional<Due> after, int most) {
        Set<TenantId> begun = new HashSet<>();
        List<Due> rows = new ArrayList<>();
        entities.createQuery(
                        "select t, a.dueOn from BillingAccount a join Tenant t on t.id = a.tenantId"
                                + " where a.dueOn <= :latest"
                                + " and (a.dueOn > :day or (a.dueOn = :day and a.tenantId > :tenant))"
                                + " order by a.dueOn, a.tenantId",
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

    /** @return how many tenants have an invoice that should have been closed an hour ago or earlier */
    public long overdue(Instant now) {
        Instant before = now.minus(GRACE);
        return entities.createQuery(
                        "select t.timeZone, a.dueOn, count(*) from BillingAccount a join Tenant t on t.id = a.tenantId"
                                + " where a.dueOn <= :latest group by t.timeZone, a.dueOn",
                        Object[].class)
                .setParameter("latest", before.atOffset(FIRST_TO_SEE_THE_DAY).toLocalDate())
                .getResultStream()
                .filter(row -> !((LocalDate) row[1])
                        .isAfter(before.atZone(ZoneId.of((String) row[0])).toLocalDate()))
                .mapToLong(row -> (Long) row[2])
                .sum();
    }
}
