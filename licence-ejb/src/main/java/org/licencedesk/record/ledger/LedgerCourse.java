package org.licencedesk.record.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.allowance.Figures;

/** Draws how the figures went over a time, at the same cost however long the ledger is (R38). */
@Stateless
public class LedgerCourse {

    /** So many points at most. */
    static final int POINTS = 200;

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Ledger ledger;

    @Inject
    private TimeSource time;

    /**
     * A place of the course. From it on the figures stand until the next.
     *
     * @param at the instant
     * @param figures the figures then
     */
    public record Point(Instant at, Figures figures) {}

    /**
     * The part of the time that is past and in which the tenant exists. A time of few changes is shown with each of them, a
     * time of many by the figures at instants that are as far apart as each other.
     *
     * @param to not before {@code from}
     * @return at most 200 points, oldest first, from the first instant to the last; none where there is no such part
     * @throws InvalidValue if the time ends before it begins
     */
    public List<Point> over(TenantId tenant, Instant from, Instant to, Actor actor) {
        Permission.SEE_LEDGER.require(actor, tenant);
        if (to.isBefore(from)) {
            throw new InvalidValue("to", Problem.OUT_OF_RANGE);
        }
        Instant start = later(from, beginning(tenant));
        Instant end = earlier(to, time.now());
        if (end.isBefore(start)) {
            return List.of();
        }
        List<Point> changes = changes(tenant, start, end);
        // One place is kept for the figures at the start, and one for the end.
        return changes.size() > POINTS - 2
                ? sampled(tenant, start, end)
                : exact(new Point(start, ledger.figuresAt(tenant, start, actor)), changes, end);
    }

    private static List<Point> exact(Point start, List<Point> changes, Instant end) {
        TreeMap<Instant, Figures> course = new TreeMap<>();
        course.put(start.at(), start.figures());
        // What changed at one instant leaves the figures of the last entry.
        changes.forEach(change -> course.put(change.at(), change.figures()));
        course.put(end, course.lastEntry().getValue());
        return course.entrySet().stream()
                .map(place -> new Point(place.getKey(), place.getValue()))
                .toList();
    }

    private List<Point> sampled(TenantId tenant, Instant start, Instant end) {
        List<Instant> instants = instants(start, end);
        String sql = IntStream.range(0, instants.size())
                .mapToObj(n -> "(select " + n + " n, maximum, occupied from ledger_entry force index (ledger_at)"
                        + " where tenant_id = :tenant and at <= :at" + n + " order by at desc, seq desc limit 1)")
                .collect(Collectors.joining(" union all ", "", " order by n"));
        Query query = entities.createNativeQuery(sql).setParameter("tenant", tenant.value());
        for (int n = 0; n < instants.size(); n++) {
            query.setParameter("at" + n, instants.get(n));
        }
        List<Point> points = new ArrayList<>();
        for (Object found : query.getResultList()) {
            Object[] row = (Object[]) found;
            points.add(new Point(instants.get(whole(row[0])), new Figures(whole(row[1]), whole(row[2]))));
        }
        return points;
    }

    private static List<Instant> instants(Instant start, Instant end) {
        Duration whole = Duration.between(start, end);
        return IntStream.range(0, POINTS)
                .mapToObj(n ->
                        start.plus(whole.multipliedBy(n).dividedBy(POINTS - 1)).truncatedTo(ChronoUnit.MICROS))
                .distinct()
                .toList();
    }

    /** Those after the start; one more than fit if there are more. */
    private List<Point> changes(TenantId tenant, Instant start, Instant end) {
        return entities
                .createQuery(
                        "from StoredEntry where key.tenantId = :tenant and at > :start and at <= :end"
                                + " order by at, key.sequence",
                        StoredEntry.class)
                .setParameter("tenant", tenant.value())
                .setParameter("start", start)
                .setParameter("end", end)
                .setMaxResults(POINTS - 1)
                .getResultList()
                .stream()
                .map(StoredEntry::entry)
                .map(entry -> new Point(entry.at(), entry.figures()))
                .toList();
    }

    /** When the tenant was created. */
    private Instant beginning(TenantId tenant) {
        return Optional.ofNullable(entities.find(StoredEntry.class, new StoredEntry.Key(tenant.value(), 1)))
                .map(StoredEntry::entry)
                .map(LedgerEntry::at)
                .orElseThrow();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static int whole(Object number) {
        return ((Number) number).intValue();
    }
}
