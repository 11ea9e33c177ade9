package org.licencedesk.record.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.record.evidence.Drift.What;

/**
 * Compares ledger, users and allowance, past the entities. Whatever belongs together is read by one statement, and so as
 * of one instant: nothing has to be locked, and nothing that changes meanwhile is taken for drift.
 */
@ApplicationScoped
class DriftReading {

    private static final int MOST = 100;

    private static final int AT_A_TIME = 1_000;

    private static final String NOTHING = "none";

    /** A user, and the last entry about the user. */
    private static final String USERS = """
            select cast(u.id as char), u.user_name, u.status, u.role, u.deleted_at is not null,
                   e.kind, e.status, e.role
            from (select id, tenant_id, user_name, status, role, deleted_at from user_account force index (user_of_tenant)
                  where tenant_id = :tenant and id > :after order by id limit %d) u
            left join ledger_entry e on e.tenant_id = u.tenant_id and e.seq =
              (select max(l.seq) from ledger_entry l where l.user_id = u.id)
            order by u.id
            """.formatted(AT_A_TIME);

    private static final String ALLOWANCE = """
            select a.maximum, a.occupied, a.locked, e.maximum, e.occupied,
                   (select count(*) from user_account u
                    where u.tenant_id = a.tenant_id and u.living = 1 and u.status in ('ACTIVE', 'LOCKED')),
                   (select count(*) from user_account u
                    where u.tenant_id = a.tenant_id and u.living = 1 and u.status = 'LOCKED')
            from allowance a left join ledger_entry e on e.tenant_id = a.tenant_id and e.seq = a.last_sequence
            where a.tenant_id = :tenant
            """;

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return what does not agree; the first hundred of many */
    List<Drift> of(TenantId tenant) {
        List<Drift> drift = new ArrayList<>(ofAllowance(tenant));
        UUID after = Identifiers.FIRST;
        List<Object[]> page;
        do {
            page = users(tenant, after);
            page.forEach(row -> compare(row, drift));
            if (!page.isEmpty()) {
                after = UUID.fromString(text(page.get(page.size() - 1)[0]));
            }
        } while (page.size() == AT_A_TIME && drift.size() < MOST);
        return drift.stream().limit(MOST).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> users(TenantId tenant, UUID after) {
        return entities.createNativeQuery(USERS)
                .setParameter("tenant", tenant.value())
                .setParameter("after", after)
                .getResultList();
    }

    private static void compare(Object[] row, List<Drift> drift) {
        boolean deleted = ((Number) Objects.requireNonNull(row[4])).intValue() == 1;
        String lastEntry = text(row[5]);
        if (lastEntry.equals(NOTHING) || deleted != lastEntry.equals("USER_DELETED")) {
            drift.add(ofUser(What.EXISTENCE, row, lastEntry, deleted ? "deleted" : "there"));
            return;
        }
        if (!text(row[2]).equals(text(row[6]))) {
            drift.add(ofUser(What.STATUS, row, text(row[6]), text(row[2])));
        }
        if (!text(row[3]).equals(text(row[7]))) {
            drift.add(ofUser(What.ROLE, row, text(row[7]), text(row[3])));
        }
    }

    private static Drift ofUser(What what, Object[] row, String expected, String found) {
        return new Drift(
                what,
                Optional.of(new UserId(UUID.fromString(text(row[0])))),
                Optional.of(text(row[1])),
                expected,
                found);
    }

    private List<Drift> ofAllowance(TenantId tenant) {
        Object[] row = (Object[]) entities.createNativeQuery(ALLOWANCE)
                .setParameter("tenant", tenant.value())
                .getSingleResult();
        List<Drift> drift = new ArrayList<>();
        compare(What.MAXIMUM, row[3], row[0], drift);
        compare(What.OCCUPIED, row[4], row[1], drift);
        compare(What.OCCUPIED, row[5], row[1], drift);
        compare(What.LOCKED, row[6], row[2], drift);
        return drift.stream().distinct().toList();
    }

    private static void compare(What what, @Nullable Object expected, @Nullable Object found, List<Drift> drift) {
        if (!text(expected).equals(text(found))) {
            drift.add(new Drift(what, Optional.empty(), Optional.empty(), text(expected), text(found)));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? NOTHING : value.toString();
    }
}
