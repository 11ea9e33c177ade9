package org.licencedesk.record.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.TenantId;

/** How many seats each invoice charges in advance, however late it is closed (R33). */
@ApplicationScoped
class BilledMaxima {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /**
     * Notes a change of the maximum. One that would count from an earlier date than the change before it counts from
     * that one's, so that the last change always wins.
     */
    void note(TenantId tenant, LocalDate countsFrom, int maximum) {
        Optional<BilledMaximum> latest = newestUntil(tenant, LocalDate.of(9999, 12, 31));
        if (latest.filter(before -> !before.countsFrom().isBefore(countsFrom)).isPresent()) {
            latest.get().change(maximum);
        } else {
            entities.persist(new BilledMaximum(tenant, countsFrom, maximum));
        }
    }

    /** @return the maximum on the renewal date, when the day begins */
    int on(TenantId tenant, LocalDate renewal) {
        return newestUntil(tenant, renewal).orElseThrow().maximum();
    }

    /** @return how many seats the invoice of the renewal date is for, or 0 where the tenant was not there before that day */
    int inAdvance(TenantId tenant, LocalDate renewal) {
        return newestUntil(tenant, renewal).map(BilledMaximum::maximum).orElse(0);
    }

    private Optional<BilledMaximum> newestUntil(TenantId tenant, LocalDate day) {
        return entities
                .createQuery(
                        "from BilledMaximum where key.tenantId = :tenant and key.countsFrom <= :day"
                                + " order by key.countsFrom desc",
                        BilledMaximum.class)
                .setParameter("tenant", tenant.value())
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
