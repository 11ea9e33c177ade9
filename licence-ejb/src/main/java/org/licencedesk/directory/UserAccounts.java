package org.licencedesk.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;

/** The users and tombstones that are stored. */
@ApplicationScoped
public class UserAccounts {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /**
     * @return the living user
     * @throws NotFound if the tenant has none of that identity (R3)
     */
    public UserAccount get(TenantId tenant, UserId id) {
        return find(tenant, id).orElseThrow(NotFound::new);
    }

    /** @return the living user of that identity, if the tenant has one */
    public Optional<UserAccount> find(TenantId tenant, UserId id) {
        return findAny(tenant, id).filter(user -> !user.isDeleted());
    }

    /**
     * @return the tombstone
     * @throws NotFound if the tenant has none of that identity
     */
    public UserAccount tombstone(TenantId tenant, UserId id) {
        return findAny(tenant, id).filter(UserAccount::isDeleted).orElseThrow(NotFound::new);
    }

    /** @return the living user of that name, without regard to case */
    public Optional<UserAccount> find(TenantId tenant, String userName) {
        return entities.createNativeQuery(
                        "select * from user_account where tenant_id = :tenant and living = 1 and user_name = :name",
                        UserAccount.class)
                .setParameter("tenant", tenant.value())
                .setParameter("name", userName)
                .getResultStream()
                .map(UserAccount.class::cast)
                .findFirst();
    }

    /** @return the living users of that name in all tenants, without regard to case; at most two */
    @SuppressWarnings("unchecked")
    public List<UserAccount> findInAllTenants(String userName) {
        return entities.createNativeQuery(
                        "select * from user_account where living = 1 and user_name = :name limit 2", UserAccount.class)
                .setParameter("name", userName)
                .getResultList();
    }

    /** Stores a user who comes in; the name was found free under the tenant's lock. */
    public void add(UserAccount user) {
        entities.persist(user);
    }

    /** Writes what has changed to the database, so that each user shows the revision that it is stored with. */
    public void store() {
        entities.flush();
    }

    /** @return whether the tenant has another active System Admin than this one (R4) */
    public boolean hasOtherActiveAdmin(UserAccount admin) {
        return !entities.createNativeQuery(
                        "select 1 from user_account where tenant_id = :tenant and living = 1 and role = 'SYSTEM_ADMIN'"
                                + " and status = 'ACTIVE' and id <> :id limit 1",
                        Integer.class)
                .setParameter("tenant", admin.tenant().value())
                .setParameter("id", admin.id().value())
                .getResultList()
                .isEmpty();
    }

    /** @return the active System Admins of the tenant, longest there first; at most {@code most} */
    public List<UserAccount> activeAdmins(TenantId tenant, int most) {
        return entities.createQuery(
                        "from UserAccount where tenantId = :tenant and deletedAt is null and role = :role"
                                + " and status = :status order by id",
                        UserAccount.class)
                .setParameter("tenant", tenant.value())
                .setParameter("role", Role.SYSTEM_ADMIN)
                .setParameter("status", UserStatus.ACTIVE)
                .setMaxResults(most)
                .getResultList();
    }

    /** Notes when the user signed in; no change that an ETag or another caller would see. */
    public void noteSignIn(UserId id, Instant now) {
        entities.createNativeQuery("update user_account set last_sign_in_at = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", id.value())
                .executeUpdate();
    }

    private Optional<UserAccount> findAny(TenantId tenant, UserId id) {
        return Optional.ofNullable(entities.find(UserAccount.class, id.value()))
                .filter(user -> user.tenant().equals(tenant));
    }
}
