package org.licencedesk.record.ledger;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ActorKind;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;

/** Finds entries of the ledger for people, who look for the newest first (R38). */
@Stateless
public class LedgerSearch {

    /** So many entries of a user's history are shown. */
    private static final int HISTORY = 20;

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /**
     * @param page which page of the list
     * @return the entries that pass the filter, the newest first
     * @throws InvalidValue if the cursor is none
     */
    public Page<LedgerEntry> find(TenantId tenant, LedgerFilter filter, PageRequest page, Actor actor) {
        Permission.SEE_LEDGER.require(actor, tenant);
        long beforeThePage = page.number().orElse(Long.MAX_VALUE);
        // Instants never go back in a ledger, so that a time is a part of the sequence.
        Optional<Long> first =
                filter.from().map(from -> firstSince(tenant, from)).orElse(Optional.of(1L));
        if (filter.findsNothing() || first.isEmpty()) {
            return page.of(List.of(), LedgerSearch::cursor);
        }
        long beforeTheTime = filter.to().flatMap(to -> firstSince(tenant, to)).orElse(Long.MAX_VALUE);
        Query query = entities.createNativeQuery(LedgerStatement.of(filter, page.rows()), StoredEntry.class)
                .setParameter("tenant", tenant.value())
                .setParameter("first", first.get())
                .setParameter("before", Math.min(beforeThePage, beforeTheTime));
        filter.user().ifPresent(user -> query.setParameter("user", user.value()));
        return page.of(entries(query), LedgerSearch::cursor);
    }

    /**
     * @param page which page of the list
     * @return the entries about the user and those of what the user did, oldest first
     * @throws InvalidValue if the cursor is none
     */
    public Page<LedgerEntry> naming(TenantId tenant, UserId user, PageRequest page, Actor actor) {
        Permission.EXPORT_USERS.require(actor, tenant);
        Query query = entities.createNativeQuery(
                        "select * from ledger_entry where tenant_id = :tenant and seq > :after"
                                + " and (user_id = :user or actor = :label) order by seq limit " + page.rows(),
                        StoredEntry.class)
                .setParameter("tenant", tenant.value())
                .setParameter("after", page.number().orElse(0L))
                .setParameter("user", user.value())
                .setParameter("label", ActorKind.USER.label(user.value()));
        return page.of(entries(query), LedgerSearch::cursor);
    }

    /** @return what happened to the user, deleted or not, the newest first; at most 20 entries */
    public List<LedgerEntry> ofUser(TenantId tenant, UserId user, Actor actor) {
        return find(tenant, LedgerFilter.about(user), PageRequest.first(HISTORY), actor)
                .items();
    }

    /**
     * What stood before, so that it can be said what a change was from: for an entry about a user the entry before about the
     * same user, for any other the entry before in the ledger. It is read in one statement.
     *
     * @param entries entries of the tenant
     * @return what was before, by sequence number; without those that nothing comes before
     */
    public Map<Long, LedgerEntry> before(TenantId tenant, List<LedgerEntry> entries, Actor actor) {
        Permission.SEE_LEDGER.require(actor, tenant);
        if (entries.isEmpty()) {
            return Map.of();
        }
        return entities
                .createQuery(
                        "select e.key.sequence, p from StoredEntry e join StoredEntry p"
                                + " on p.key.tenantId = e.key.tenantId and p.key.sequence = case when e.userId is null"
                                + " then e.key.sequence - 1 else (select max(l.key.sequence) from StoredEntry l"
                                + " where l.userId = e.userId and l.key.sequence < e.key.sequence) end"
                                + " where e.key.tenantId = :tenant and e.key.sequence in :sequences",
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter(
                        "sequences", entries.stream().map(LedgerEntry::sequence).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> ((StoredEntry) row[1]).entry()));
    }

    @SuppressWarnings("unchecked")
    private static List<LedgerEntry> entries(Query query) {
        return ((List<StoredEntry>) query.getResultList())
                .stream().map(StoredEntry::entry).toList();
    }

    private Optional<Long> firstSince(TenantId tenant, Instant at) {
        return entities
                .createNativeQuery(
                        "select seq from ledger_entry force index (ledger_at) where tenant_id = :tenant and at >= :at"
                                + " order by at, seq limit 1",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("at", at)
                .getResultList()
                .stream()
                .map(Long.class::cast)
                .findFirst();
    }

    private static String cursor(LedgerEntry entry) {
        return Long.toString(entry.sequence());
    }
}
