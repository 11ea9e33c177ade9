package org.licencedesk.seats.tenant;

import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.platform.jobs.Due;
import org.licencedesk.platform.jobs.DueChunk;

/** Finds the tenants for which something is due on a day, which begins where each of them is (R30, R33). */
public final class DueDays {

    private DueDays() {}

    /** Where a day begins first. */
    private static final ZoneOffset FIRST_TO_SEE_THE_DAY = ZoneOffset.ofHours(14);

    /**
     * Reads a chunk of those whose day has begun where they are.
     *
     * @param query answers tenants and the days on which they are due, ordered by day and tenant, up to the day {@code
     *     :latest} and beyond the place {@code :day} and {@code :tenant}
     * @param after the last one that was read; empty to begin
     * @param most the size of a chunk
     */
    public static DueChunk read(TypedQuery<Object[]> query, Instant now, Optional<Due> after, int most) {
        Set<TenantId> begun = new HashSet<>();
        List<Due> rows = new ArrayList<>();
        query
                .setParameter("latest", latestDay(now))
                .setParameter("day", after.orElse(Due.START).on())
                .setParameter("tenant", after.orElse(Due.START).tenant().value())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .forEach(row -> {
                    Tenant tenant = (Tenant) row[0];
                    Due due = new Due((LocalDate) row[1], tenant.id());
                    rows.add(due);
                    if (!due.on().isAfter(tenant.dayOf(now))) {
                        begun.add(tenant.id());
                    }
                });
        DueChunk all = DueChunk.of(rows, most);
        return new DueChunk(all.tenants().stream().filter(begun::contains).toList(), all.next());
    }

    /** @return the day where it is latest at the instant */
    public static LocalDate latestDay(Instant now) {
        return now.atOffset(FIRST_TO_SEE_THE_DAY).toLocalDate();
    }
}
