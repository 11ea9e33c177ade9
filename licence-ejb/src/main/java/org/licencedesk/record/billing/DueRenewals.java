package org.licencedesk.record.billing;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.platform.jobs.Due;
import org.licencedesk.platform.jobs.DueChunk;
import org.licencedesk.seats.tenant.DueDays;

/** Finds the invoices that are to be closed. */
@Stateless
@WithoutPermission("a step of a job, which nobody calls")
public class DueRenewals {

    /** What is due for longer than this should long have been closed. */
    private static final Duration GRACE = Duration.ofHours(1);

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return a chunk of the tenants with an invoice to close, the longest due first */
    public DueChunk read(Instant now, Optional<Due> after, int most) {
        return DueDays.read(
                entities.createQuery(
                        "select t, a.dueOn from BillingAccount a join Tenant t on t.id = a.tenantId"
                                + " where a.dueOn <= :latest"
                                + " and (a.dueOn > :day or (a.dueOn = :day and a.tenantId > :tenant))"
                                + " order by a.dueOn, a.tenantId",
                        Object[].class),
                now,
                after,
                most);
    }

    /** @return how many tenants have an invoice that should have been closed an hour ago or earlier */
    public long overdue(Instant now) {
        Instant before = now.minus(GRACE);
        return entities
                .createQuery(
                        "select t.timeZone, a.dueOn, count(*) from BillingAccount a join Tenant t on t.id = a.tenantId"
                                + " where a.dueOn <= :latest group by t.timeZone, a.dueOn",
                        Object[].class)
                .setParameter("latest", DueDays.latestDay(before))
                .getResultList()
                .stream()
                .filter(row -> !((LocalDate) row[1])
                        .isAfter(before.atZone(ZoneId.of((String) row[0])).toLocalDate()))
                .mapToLong(row -> (Long) row[2])
                .sum();
    }
}
