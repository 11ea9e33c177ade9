package org.licencedesk.seats.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;

/** The user names that users had before, while they are kept (R41). */
@ApplicationScoped
public class FormerUserNames {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /**
     * Keeps the name, in the transaction that changes it.
     *
     * @param entry the sequence number of the entry that tells of the change
     */
    public void keep(UserAccount user, long entry, GivenUpName name) {
        entities.persist(new StoredFormerName(user, entry, name));
    }

    /** @return those that the user had, the first one first; empty names of one who was erased */
    List<FormerUserName> of(TenantId tenant, UserId user) {
        return entities
                .createQuery(
                        "select n from StoredFormerName n where n.userId = :user and n.key.tenantId = :tenant"
                                + " order by n.key.sequence",
                        StoredFormerName.class)
                .setParameter("user", user.value())
                .setParameter("tenant", tenant.value())
                .getResultList()
                .stream()
                .map(StoredFormerName::view)
                .toList();
    }

    /** @return those that the entries of the ledger tell of */
    List<FormerUserName> toldBy(TenantId tenant, Collection<Long> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return this.entities
                .createQuery(
                        "select n from StoredFormerName n where n.key.tenantId = :tenant and n.key.sequence in :entries",
                        StoredFormerName.class)
                .setParameter("tenant", tenant.value())
                .setParameter("entries", entries)
                .getResultList()
                .stream()
                .map(StoredFormerName::view)
                .toList();
    }

    /** Empties those that the user had (R22); that there were some stays. */
    public void erase(UserId user) {
        entities.createQuery("update StoredFormerName set userName = null, salt = null where userId = :user")
                .setParameter("user", user.value())
                .executeUpdate();
    }
}
