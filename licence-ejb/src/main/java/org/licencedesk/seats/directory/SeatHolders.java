package org.licencedesk.seats.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.licencedesk.kernel.TenantId;

/** Finds holders of seats by how long they have not used them, each time from the index in that order. */
@ApplicationScoped
public class SeatHolders {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return the locked, locked longest first */
    public List<UserAccount> lockedLongest(TenantId tenant, int most) {
        return find(tenant, "user_status_since", "status = 'LOCKED' order by status_since, id", most);
    }

    /** @return the active who never signed in, added longest ago first */
    public List<UserAccount> neverSignedIn(TenantId tenant, int most) {
        return find(
                tenant,
                "user_status_sign_in",
                "status = 'ACTIVE' and last_sign_in_at is null order by created_at, id",
                most);
    }

    /** @return the active who signed in at some time, longest ago first */
    public List<UserAccount> notSignedInLongest(TenantId tenant, int most) {
        return find(
                tenant,
                "user_status_sign_in",
                "status = 'ACTIVE' and last_sign_in_at is not null order by last_sign_in_at, created_at, id",
                most);
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
