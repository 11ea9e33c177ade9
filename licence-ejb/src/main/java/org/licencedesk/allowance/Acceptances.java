package org.licencedesk.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    /** Keeps the acceptance of the quote by which the allowance was raised, and tells the ledger of both. */
    public void keep(TenantId tenant, Quote quote, Actor actor, Door door, Instant now) {
        entities.persist(new Acceptance(tenants.get(tenant), quote, actor, door, now));
        for (EntryKind kind : List.of(EntryKind.ALLOWANCE_RAISED, EntryKind.TERMS_ACCEPTED)) {
            happenings.fire(Happening.toAllowance(tenant, kind, Optional.empty(), actor, door, now));
        }
    }

    /** @return what each increase since the day, that day included, put on the next invoice */
    List<Optional<Money>> dueSince(Tenant tenant, LocalDate day) {
        return entities.createQuery("from Acceptance where tenantId = :tenant and acceptedOn >= :day", Acceptance.class)
                .setParameter("tenant", tenant.id().value())
                .setParameter("day", day)
                .getResultStream()
                .map(Acceptance::dueNow)
                .toList();
    }
}
