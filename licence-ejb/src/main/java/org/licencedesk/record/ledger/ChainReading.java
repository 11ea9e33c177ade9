package org.licencedesk.record.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.record.ledger.ChainFault.Kind;

/**
 * Reads whole ledgers, a page at a time, past the entities: what somebody wrote into the table may fit no entity. It
 * locks nothing, and is right while the tenant goes on working.
 */
@ApplicationScoped
public class ChainReading {

    private static final int AT_A_TIME = 1_000;

    /** Stands in no entry, as it is a line break. */
    private static final String FORGED = "\n";

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /**
     * What was found.
     *
     * @param entries how many entries the ledger has, by the allowance row
     * @param fault the first place at which it is not what was written, if there is one
     */
    public record Reading(long entries, Optional<ChainFault> fault) {}

    /** @return what is to be said of the ledger up to the end that it has now */
    public Reading read(TenantId tenant) {
        ChainEnd end = end(tenant);
        Optional<ChainFault> fault =
                Chain.firstFault(tenant, new Links(tenant), end).or(() -> behindTheEnd(tenant));
        return new Reading(end.sequence(), fault);
    }

    /** The entry is read before the row: each true one that is there then is in the row by then. */
    private Optional<ChainFault> behindTheEnd(TenantId tenant) {
        Number last = (Number)
                entities.createNativeQuery("select coalesce(max(seq), 0) from ledger_entry where tenant_id = :tenant")
                        .setParameter("tenant", tenant.value())
                        .getSingleResult();
        long end = end(tenant).sequence();
        return last.longValue() > end ? Optional.of(new ChainFault(end + 1, Kind.INSERTED)) : Optional.empty();
    }

    private ChainEnd end(TenantId tenant) {
        Object[] row = (Object[])
                entities.createNativeQuery("select last_sequence, last_hash from allowance where tenant_id = :tenant")
                        .setParameter("tenant", tenant.value())
                        .getSingleResult();
        return new ChainEnd(((Number) row[0]).longValue(), (byte[]) row[1]);
    }

    @SuppressWarnings("unchecked")
    private List<Link> page(TenantId tenant, long after) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select seq, timestampdiff(microsecond, '1970-01-01', at), actor, door, kind,"
                                + " cast(user_id as char), status, role, reason, maximum, occupied, previous_hash, hash"
                                + " from ledger_entry where tenant_id = :tenant and seq > :after"
                                + " order by seq limit " + AT_A_TIME)
                .setParameter("tenant", tenant.value())
                .setParameter("after", after)
                .getResultList();
        return rows.stream().map(ChainReading::link).toList();
    }

    private static Link link(Object[] row) {
        return new Link(
                ((Number) row[0]).longValue(),
                Instant.EPOCH.plus(((Number) row[1]).longValue(), ChronoUnit.MICROS),
                text(row[2]),
                text(row[3]),
                text(row[4]),
                text(row[5]),
                text(row[6]),
                text(row[7]),
                text(row[8]),
                ((Number) row[9]).intValue(),
                ((Number) row[10]).intValue(),
                (byte[]) row[11],
                (byte[]) row[12]);
    }

    /** No true entry has an empty text: where it has nothing, the column is null. */
    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().isEmpty() ? FORGED : value.toString();
    }

    /** The entries of a tenant, fetched as they are asked for. */
    private final class Links implements Iterator<Link> {

        private final TenantId tenant;

        private final Deque<Link> fetched = new ArrayDeque<>();

        private long last;

        private boolean complete;

        Links(TenantId tenant) {
            this.tenant = tenant;
        }

        @Override
        public boolean hasNext() {
            if (fetched.isEmpty() && !complete) {
                List<Link> page = page(tenant, last);
                fetched.addAll(page);
                complete = page.size() < AT_A_TIME;
            }
            return !fetched.isEmpty();
        }

        @Override
        public Link next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Link link = fetched.removeFirst();
            last = link.sequence();
            return link;
        }
    }
}
