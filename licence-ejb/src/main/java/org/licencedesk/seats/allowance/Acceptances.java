package org.licencedesk.seats.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.ActorKind;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.pricing.PriceList;
import org.licencedesk.seats.pricing.Prices;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** The proofs of the increases that were made (R29). */
@ApplicationScoped
public class Acceptances {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Tenants tenants;

    @Inject
    private Prices prices;

    /** Keeps the acceptance by which the allowance was raised. */
    void add(TenantId tenant, AcceptedQuote accepted, Act act) {
        Tenant charged = tenants.get(tenant);
        Optional<Money> perSeat =
                prices.of(charged).perSeatOn(accepted.charged().dueNow().from());
        entities.persist(new Acceptance(charged, accepted, perSeat, act));
    }

    /** @return whether an increase was ever confirmed in the tenant */
    public boolean hasAny(TenantId tenant) {
        return !entities.createQuery("select 1 from Acceptance where tenantId = :tenant", Integer.class)
                .setParameter("tenant", tenant.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * @return what all increases since the day, that day included, put on the next invoice; empty if the price of one is
     *     still unknown
     */
    Optional<Money> dueSince(Tenant tenant, PriceList list, LocalDate day) {
        Due due = entities.createQuery(
                        "select new org.licencedesk.seats.allowance.Acceptances$Due(count(*), count(dueNow), sum(dueNow))"
                                + " from Acceptance where tenantId = :tenant and acceptedOn >= :day",
                        Due.class)
                .setParameter("tenant", tenant.id().value())
                .setParameter("day", day)
                .getSingleResult();
        return due.total(tenant.currency()).or(() -> increases(tenant.id(), day, NEVER).stream()
                .map(increase -> increase.amount(list))
                .reduce((one, other) -> one.flatMap(a -> other.map(a::plus)))
                .orElseThrow());
    }

    /**
     * @param from the first day
     * @param until the day after the last one
     * @return the increases that were confirmed on those days, oldest first
     */
    public List<Increase> increases(TenantId tenant, LocalDate from, LocalDate until) {
        return entities
                .createQuery(
                        "from Acceptance where tenantId = :tenant and acceptedOn >= :from and acceptedOn < :until"
                                + " order by acceptedOn, acceptedAt, id",
                        Acceptance.class)
                .setParameter("tenant", tenant.value())
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList()
                .stream()
                .map(Acceptance::increase)
                .toList();
    }

    /** @return what was accepted in the tenant, the newest first, after the given one; at most {@code most} */
    public List<AcceptedIncrease> after(TenantId tenant, Optional<UUID> after, int most) {
        return entities
                .createQuery(
                        "from Acceptance where tenantId = :tenant and id < :after order by id desc", Acceptance.class)
                .setParameter("tenant", tenant.value())
                .setParameter("after", after.orElse(Identifiers.LAST))
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(Acceptance::accepted)
                .toList();
    }

    /** @return what the user accepted in the tenant, oldest first */
    public List<AcceptedIncrease> by(TenantId tenant, UserId user) {
        return entities
                .createQuery(
                        "from Acceptance where tenantId = :tenant and actor = :label order by id", Acceptance.class)
                .setParameter("tenant", tenant.value())
                .setParameter("label", ActorKind.USER.label(user.value()))
                .getResultList()
                .stream()
                .map(Acceptance::accepted)
                .toList();
    }

    /** @return what was accepted in the tenant from one instant until the other, both included, oldest first */
    public List<AcceptedIncrease> within(TenantId tenant, Instant from, Instant to) {
        return entities
                .createQuery(
                        "from Acceptance where tenantId = :tenant and acceptedOn >= :first and acceptedOn <= :last"
                                + " and acceptedAt >= :from and acceptedAt <= :to order by acceptedAt, id",
                        Acceptance.class)
                .setParameter("tenant", tenant.value())
                // The days are for the index alone, and wide enough for every time zone.
                .setParameter("first", day(from).minusDays(1))
                .setParameter("last", day(to).plusDays(1))
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(Acceptance::accepted)
                .toList();
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** @return the acceptance, if the tenant has it */
    public Optional<AcceptedIncrease> find(TenantId tenant, UUID id) {
        return Optional.ofNullable(entities.find(Acceptance.class, id))
                .filter(found -> found.isOf(tenant))
                .map(Acceptance::accepted);
    }

    /** The charges of a time: how many, of how many the amount is known, and the sum, null where there are none. */
    record Due(long charges, long known, @Nullable BigDecimal sum) {

        /** What they come to; empty if an amount is not known. */
        Optional<Money> total(Currency currency) {
            return charges == known
                    ? Optional.of(Money.rounded(Optional.ofNullable(sum).orElse(BigDecimal.ZERO), currency))
                    : Optional.empty();
        }
    }
}
