package org.licencedesk.seats.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.pricing.Prices;
import org.licencedesk.seats.tenant.Tenant;

/** Keeps what the next invoice charges or credits beside the period and the confirmed increases (R33). */
@ApplicationScoped
public class Charges {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Prices prices;

    /** Keeps a charge or a credit of a correction, with the reason for it. */
    public void keep(TenantId tenant, Charge charge, Reason reason, Instant now) {
        entities.persist(new StoredCharge(tenant, charge, Optional.of(reason), now));
    }

    /**
     * Charges a tenant that was just created, and its price stored, for the time until its first renewal.
     *
     * @param maximum how many seats it begins with, from 1
     */
    public void billFirstPeriod(Tenant tenant, int maximum, Instant now) {
        LocalDate day = tenant.dayOf(now);
        Charge charge = new Charge(
                Identifiers.next(),
                Charge.Kind.FIRST_PERIOD,
                0,
                maximum,
                day,
                tenant.calendar().around(day).end(),
                prices.of(tenant).forRestOfPeriod(maximum, day),
                Optional.empty());
        entities.persist(new StoredCharge(tenant.id(), charge, Optional.empty(), now));
    }

    /**
     * @param from the first day
     * @param until the day after the last one
     * @return what is charged or credited from those days on, oldest first
     */
    public List<Charge> between(Tenant tenant, LocalDate from, LocalDate until) {
        return stored(tenant.id(), from, until).stream()
                .map(stored -> stored.charge(tenant.currency()))
                .toList();
    }

    /** Puts an amount to a charge that has none yet, now that the price is known. */
    public void price(Charge charge, Money amount) {
        Objects.requireNonNull(entities.find(StoredCharge.class, charge.id())).cost(amount);
    }

    /** @return the sum of all since the day, that day included; empty if an amount is not known */
    Optional<Money> dueSince(Tenant tenant, LocalDate day) {
        Acceptances.Due due = entities.createQuery(
                        "select new org.licencedesk.seats.allowance.Acceptances$Due(count(*), count(amount), sum(amount))"
                                + " from StoredCharge where tenantId = :tenant and fromDay >= :day",
                        Acceptances.Due.class)
                .setParameter("tenant", tenant.id().value())
                .setParameter("day", day)
                .getSingleResult();
        return due.total(tenant.currency());
    }

    private List<StoredCharge> stored(TenantId tenant, LocalDate from, LocalDate until) {
        return entities.createQuery(
                        "from StoredCharge where tenantId = :tenant and fromDay >= :from and fromDay < :until"
                                + " order by fromDay, at, id",
                        StoredCharge.class)
                .setParameter("tenant", tenant.value())
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }
}
