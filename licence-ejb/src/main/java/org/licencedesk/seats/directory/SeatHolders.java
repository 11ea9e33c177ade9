package org.licencedesk.seats.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;

/** Finds holders of seats by how long they have not used them, each time from the index in that order. */
@ApplicationScoped
public class SeatHolders {

    private static final String NEVER = "timestamp'1970-01-01 00:00:00'";

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return the locked, locked longest first */
    public List<UserAccount> lockedLongest(TenantId tenant, int most) {
        return find(tenant, "user_status_since", "status = 'LOCKED' order by status_since, id", most);
    }

    /** @return the active who never signed in, added longest ago first */
    public List<UserAccount> neverSignedIn(TenantId tenant, int most) {
        return active(tenant, "signed_in = " + NEVER + " order by id", Comparator.comparing(User::createdAt), most);
    }

    /** @return the active who signed in at some time, longest ago first */
    public List<UserAccount> notSignedInLongest(TenantId tenant, int most) {
        return active(
                tenant,
                "signed_in > " + NEVER + " order by signed_in, id",
                Comparator.comparing((User user) -> user.lastSignInAt().orElseThrow())
                        .thenComparing(User::createdAt),
                most);
    }

    /** Those of each role come from the index in their order; identities grow with time. */
    private List<UserAccount> active(TenantId tenant, String which, Comparator<User> order, int most) {
        return Stream.of(Role.STANDARD, Role.SYSTEM_ADMIN)
                .flatMap(role ->
                        find(tenant, "user_signed_in", "role = '" + role + "' and status = 'ACTIVE' and " + which, most)
                                .stream())
                .sorted(Comparator.comparing(UserAccount::view, order))
                .limit(most)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<UserAccount> find(TenantId tenant, String index, String which, int most) {
        return entities.createNativeQuery(
                        "select * from user_account force index (" + index
                                + ") where tenant_id = :tenant and living = 1 and " + which + " limit " + most,
                        UserAccount.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }
}
