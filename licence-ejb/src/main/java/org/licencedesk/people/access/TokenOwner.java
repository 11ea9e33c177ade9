package org.licencedesk.people.access;

import java.util.Optional;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;

/**
 * For whom a token acts.
 *
 * @param role what it may do
 * @param tenant the tenant it belongs to, for {@link Role#STANDARD} and {@link Role#SYSTEM_ADMIN}
 * @param manager whose portfolio it sees, for {@link Role#ACCOUNT_MANAGER}
 */
public record TokenOwner(Role role, Optional<TenantId> tenant, Optional<ManagerId> manager) {

    /** @return a token of the tenant, in a role that users hold */
    public static TokenOwner of(TenantId tenant, Role role) {
        return new TokenOwner(role, Optional.of(tenant), Optional.empty());
    }

    /** @return a token of the account manager */
    public static TokenOwner of(ManagerId manager) {
        return new TokenOwner(Role.ACCOUNT_MANAGER, Optional.empty(), Optional.of(manager));
    }

    /** @return a token of the vendor's internal systems */
    public static TokenOwner operator() {
        return new TokenOwner(Role.OPERATOR, Optional.empty(), Optional.empty());
    }
}
