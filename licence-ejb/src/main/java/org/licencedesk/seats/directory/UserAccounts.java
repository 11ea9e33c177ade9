package org.licencedesk.seats.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;

/** The users and tombstones that are stored. */
@ApplicationScoped
public class UserAccounts {

    private static final int JDBC_BATCH_SIZE = 100;

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private UserSearch search;

    @Inject
    private UserWords words;

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

    /** @return the living users of the tenant among those of the identities, by user name */
    public List<UserAccount> find(TenantId tenant, Set<UserId> ids) {
        return entities.createQuery(
                        "from UserAccount where tenantId = :tenant and deletedAt is null and id in :ids order by userName",
                        UserAccount.class)
                .setParameter("tenant", tenant.value())
                .setParameter("ids", ids.stream().map(UserId::value).toList())
                .getResultList();
    }

    /** @return the display names of the users and tombstones of the tenant; without those that were erased */
    public Map<UserId, String> displayNames(TenantId tenant, Set<UserId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities
                .createQuery(
                        "from UserAccount where tenantId = :tenant and erasedAt is null and id in :ids",
                        UserAccount.class)
                .setParameter("tenant", tenant.value())
                .setParameter("ids", ids.stream().map(UserId::value).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(UserAccount::id, user -> user.view().displayName()));
    }

    /** @return the living users that the filter wants, by user name, and so many at most */
    public List<UserAccount> find(TenantId tenant, UserFilter filter, int most) {
        return search.find(tenant, new UserRows(filter, UserSort.BY_USER_NAME, Optional.empty(), most));
    }

    /** @return the living user of that name, without regard to case */
    public Optional<UserAccount> find(TenantId tenant, String userName) {
        return entities
                .createNativeQuery(
                        "select * from user_account where tenant_id = :tenant and living = 1 and user_name = :name",
                        UserAccount.class)
                .setParameter("tenant", tenant.value())
                .setParameter("name", userName)
                .getResultList()
                .stream()
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

    /** @return those of the users who are living users of the tenant, by identity, in one statement */
    public List<UserAccount> living(TenantId tenant, Collection<UserId> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "from UserAccount where tenantId = :tenant and id in :ids and deletedAt is null order by id",
                        UserAccount.class)
                .setParameter("tenant", tenant.value())
                .setParameter("ids", users.stream().map(UserId::value).toList())
                .getResultList();
    }

    /** @return those of the users who hold a seat, in one statement */
    public Set<UserId> holdingSeats(Collection<UserId> users) {
        if (users.isEmpty()) {
            return Set.of();
        }
        return entities
                .createQuery(
                        "select id from UserAccount where id in :ids and deletedAt is null and status in :occupying",
                        UUID.class)
                .setParameter("ids", users.stream().map(UserId::value).toList())
                .setParameter("occupying", UserFilter.statuses(EnumSet.allOf(UserStatus.class), Optional.of(true)))
                .getResultList()
                .stream()
                .map(UserId::new)
                .collect(Collectors.toSet());
    }

    /** Stores a user who comes in; the name was found free under the tenant's lock. */
    public void add(UserAccount user) {
        entities.persist(user);
        words.add(user);
    }

    /** Changes or takes away names and mail address, by which the user is found (R42). */
    public void rename(UserAccount user, Consumer<UserAccount> change) {
        Set<String> before = user.words();
        change.accept(user);
        words.replace(user, before);
    }

    /** Has the user, who is being deleted, found among the tombstones. */
    public void bury(UserAccount user) {
        words.bury(user);
    }

    /** Writes what has changed to the database, so that each user shows the revision that it is stored with. */
    public void store() {
        entities.flush();
    }

    /** As {@link #store}, for a transaction that has changed many: what is alike goes to the database together. */
    public void storeMany() {
        entities.unwrap(Session.class).setJdbcBatchSize(JDBC_BATCH_SIZE);
        entities.flush();
    }

    /** @return how many active System Admins the tenant has, counted to {@code most} */
    public int countActiveAdmins(TenantId tenant, int most) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from (select 1 from user_account where tenant_id = :tenant and living = 1"
                                        + " and role = 'SYSTEM_ADMIN' and status = 'ACTIVE' limit " + most + ") admins")
                        .setParameter("tenant", tenant.value())
                        .getSingleResult())
                .intValue();
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

    /** @return whether the tenant has an active System Admin who is none of these (R4) */
    public boolean hasActiveAdminBeside(TenantId tenant, Collection<UserId> users) {
        return !entities.createNativeQuery(
                        "select 1 from user_account where tenant_id = :tenant and living = 1 and role = 'SYSTEM_ADMIN'"
                                + " and status = 'ACTIVE' and id not in (:ids) limit 1",
                        Integer.class)
                .setParameter("tenant", tenant.value())
                .setParameter("ids", users.stream().map(UserId::value).toList())
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

    /** @return the user or the tombstone, if the tenant has either */
    public Optional<UserAccount> findAny(TenantId tenant, UserId id) {
        return Optional.ofNullable(entities.find(UserAccount.class, id.value()))
                .filter(user -> user.tenant().equals(tenant));
    }
}
