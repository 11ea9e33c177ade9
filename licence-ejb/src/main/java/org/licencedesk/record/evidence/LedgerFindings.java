package org.licencedesk.record.evidence;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.platform.jobs.Due;
import org.licencedesk.platform.jobs.DueChunk;
import org.licencedesk.seats.tenant.Tenant;

/** Keeps what checks of ledgers find, and when each tenant was checked; the log gets each finding once. */
@Stateless
@WithoutPermission("a step of a job, which nobody calls")
public class LedgerFindings {

    private static final Logger LOG = System.getLogger(LedgerFindings.class.getName());

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return what is known to be wrong, by tenant; at most {@code most} */
    public List<Finding> known(int most) {
        return entities
                .createQuery(
                        "select t, f.key.finding from LedgerFinding f join Tenant t on t.id = f.key.tenantId"
                                + " order by f.key.tenantId, f.key.finding",
                        Object[].class)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Finding(((Tenant) row[0]).slug(), (String) row[1]))
                .toList();
    }

    /** @return a chunk of the tenants that nobody has checked on the day of the instant, and nobody checks just now */
    public DueChunk due(Instant now, Optional<Due> after, int most) {
        List<Due> rows = entities
                .createQuery(
                        "select checkedOn, tenantId from LedgerCheck where checkedOn < :today"
                                + " and (claimedUntil is null or claimedUntil < :now)"
                                + " and (checkedOn > :day or (checkedOn = :day and tenantId > :tenant))"
                                + " order by checkedOn, tenantId",
                        Object[].class)
                .setParameter("today", day(now))
                .setParameter("now", now)
                .setParameter("day", after.orElse(Due.START).on())
                .setParameter("tenant", after.orElse(Due.START).tenant().value())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Due((LocalDate) row[0], new TenantId((UUID) row[1])))
                .toList();
        return DueChunk.of(rows, most);
    }

    /** @return whether the caller is to check the tenant: nobody else will until it has, or has failed to */
    public boolean claim(TenantId tenant, Instant now) {
        return lock(tenant).claim(day(now), now);
    }

    /** Keeps what was found in place of what was known before. */
    public void keep(Verification verification) {
        TenantId tenant = verification.tenant();
        Set<String> found = words(verification);
        lock(tenant).done(day(verification.at()));
        for (LedgerFinding finding : known(tenant)) {
            if (!found.remove(finding.finding())) {
                entities.remove(finding);
            }
        }
        for (String finding : found) {
            entities.persist(new LedgerFinding(tenant, finding, verification.at()));
            LOG.log(Level.WARNING, "The ledger of " + verification.slug().text() + ": " + finding);
        }
    }

    private List<LedgerFinding> known(TenantId tenant) {
        return entities.createQuery("from LedgerFinding where key.tenantId = :tenant", LedgerFinding.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    private LedgerCheck lock(TenantId tenant) {
        return entities.find(LedgerCheck.class, tenant.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    private static Set<String> words(Verification verification) {
        Set<String> words = new LinkedHashSet<>();
        verification.fault().ifPresent(fault -> words.add("entry " + fault.sequence() + " " + fault.kind()));
        for (Drift drift : verification.drift()) {
            String where = drift.user().map(user -> "user " + user).orElse("allowance");
            words.add(where + " " + drift.what() + " " + drift.found() + " instead of " + drift.expected());
        }
        return words;
    }

    private static LocalDate day(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
