package org.licencedesk.record.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.allowance.Figures;

/** Reads the ledger of a tenant, and the figures of any instant out of it (R38). */
@Stateless
public class Ledger {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private TimeSource time;

    /**
     * @param after the sequence number after which to begin; 0 for the first
     * @param size how many entries at most
     * @return the entries, oldest first
     */
    public Page<LedgerEntry> after(TenantId tenant, long after, int size, Actor actor) {
        Permission.SEE_LEDGER.require(actor, tenant);
        List<LedgerEntry> found = entities
                .createQuery(
                        "from StoredEntry where key.tenantId = :tenant and key.sequence > :after"
                                + " order by key.sequence",
                        StoredEntry.class)
                .setParameter("tenant", tenant.value())
                .setParameter("after", after)
                .setMaxResults(size + 1)
                .getResultList()
                .stream()
                .map(StoredEntry::entry)
                .toList();
        return Page.of(found, size, entry -> Long.toString(entry.sequence()));
    }

    /** @return the last entry of each of the tenants, in one statement; the actor was found to see them */
    public Map<TenantId, LedgerEntry> lastOf(Collection<TenantId> tenants, Actor actor) {
        Permission.SEE_LEDGER.require(actor);
        if (tenants.isEmpty()) {
            return Map.of();
        }
        return entities
                .createQuery(
                        "select e from StoredEntry e join Allowance a"
                                + " on a.tenantId = e.key.tenantId and a.lastSequence = e.key.sequence"
                                + " where a.tenantId in :tenants",
                        StoredEntry.class)
                .setParameter("tenants", tenants.stream().map(TenantId::value).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(StoredEntry::tenant, StoredEntry::entry));
    }

    /**
     * @param at an instant that is past
     * @return the figures then
     * @throws InvalidValue if the instant is still to come, or before the tenant was created
     */
    public Figures figuresAt(TenantId tenant, Instant at, Actor actor) {
        Permission.SEE_ALLOWANCE.require(actor, tenant);
        if (at.isAfter(time.now())) {
            throw new InvalidValue("at", Problem.OUT_OF_RANGE);
        }
        return entities
                .createQuery(
                        "from StoredEntry where key.tenantId = :tenant and at <= :at"
                                + " order by at desc, key.sequence desc",
                        StoredEntry.class)
                .setParameter("tenant", tenant.value())
                .setParameter("at", at)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .map(stored -> stored.entry().figures())
                .findFirst()
                .orElseThrow(() -> new InvalidValue("at", Problem.OUT_OF_RANGE));
    }
}
