package org.licencedesk.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Happening;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.tenant.Tenant;
import org.licencedesk.tenant.Tenants;

/** Keeps the proof of each increase, in the transaction that made it (R29). */
@ApplicationScoped
public class Acceptances {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Tenants tenants;

    @Inject
    private Event<Happening> happenings;

    @Inject
    private Event<ReductionSuperseded> superseded;

    @Inject
    private Event<AllowanceRaised> increases;

    /**
     * Keeps the acceptance of the quote by which the allowance was raised, and tells of both, and whoever it concerns of the
     * reduction that it ended.
     */
    public void keep(TenantId tenant, Quote quote, Actor actor, Door door, Instant now) {
        entities.persist(new Acceptance(tenants.get(tenant), quote, actor, door, now));
        for (EntryKind kind : List.of(EntryKind.ALLOWANCE_RAISED, EntryKind.TERMS_ACCEPTED)) {
            happenings.fire(Happening.toAllowance(tenant, kind, Optional.empty(), actor, door, now));
        }
        quote.endsReduction().ifPresent(ended -> superseded.fire(new ReductionSuperseded(tenant, actor, now)));
        increases.fire(new AllowanceRaised(tenant, quote, actor, door, now));
    }

    /** @return whether an increase was ever confirmed in the tenant */
    public boolean hasAny(TenantId tenant) {
        return !entities.createQuery("select 1 from Acceptance where tenantId = :tenant", Integer.class)
                .setParameter("tenant", tenant.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** @return what all increases since the day, that day included, put on the next invoice; empty if one is unknown */
    Optional<Money> dueSince(Tenant tenant, LocalDate day) {
        Due due = entities.createQuery(
                        "select new org.licencedesk.allowance.Acceptances$Due(count(*), count(dueNow), sum(dueNow))"
                                + " from Acceptance where tenantId = :tenant and acceptedOn >= :day",
                        Due.class)
                .setParameter("tenant", tenant.id().value())
                .setParameter("day", day)
                .getSingleResult();
        return due.increases() == due.known()
                ? Optional.of(Money.rounded(Optional.ofNullable(due.sum()).orElse(BigDecimal.ZERO), tenant.currency()))
                : Optional.empty();
    }

    /** The increases of a time: how many, of how many the amount is known, and the sum, null where there are none. */
    record Due(long increases, long known, @Nullable BigDecimal sum) {}
}
