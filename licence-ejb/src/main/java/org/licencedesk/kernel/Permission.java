package org.licencedesk.kernel;

import static org.licencedesk.kernel.Role.ACCOUNT_MANAGER;
import static org.licencedesk.kernel.Role.OPERATOR;
import static org.licencedesk.kernel.Role.SYSTEM_ADMIN;

import java.util.EnumSet;
import java.util.Set;

/** What can be done, and the roles that may do it (R1, R2). Which tenants an actor sees at all is asked first (R3). */
public enum Permission {
    SEE_ALLOWANCE(SYSTEM_ADMIN, ACCOUNT_MANAGER, OPERATOR),
    RAISE_ALLOWANCE(SYSTEM_ADMIN),
    CORRECT_ALLOWANCE(OPERATOR),
    REQUEST_REDUCTIONS(SYSTEM_ADMIN),
    DECIDE_REDUCTIONS(ACCOUNT_MANAGER),
    MANAGE_USERS(SYSTEM_ADMIN),
    SEE_USERS(SYSTEM_ADMIN, ACCOUNT_MANAGER),
    ERASE_USERS(SYSTEM_ADMIN, OPERATOR),
    EXPORT_USERS(SYSTEM_ADMIN, OPERATOR),
    SET_UP(SYSTEM_ADMIN),
    SEE_LEDGER(SYSTEM_ADMIN, ACCOUNT_MANAGER, OPERATOR),
    SEE_INVOICES(SYSTEM_ADMIN, ACCOUNT_MANAGER, OPERATOR),
    MANAGE_TOKENS(SYSTEM_ADMIN, OPERATOR),
    MANAGE_WEBHOOKS(SYSTEM_ADMIN),
    SEE_NOTICES(SYSTEM_ADMIN, ACCOUNT_MANAGER, OPERATOR),
    SEE_TENANTS(ACCOUNT_MANAGER, OPERATOR),
    CHANGE_TENANTS(ACCOUNT_MANAGER, OPERATOR),
    CREATE_TENANTS(OPERATOR),
    MANAGE_ACCOUNT_MANAGERS(OPERATOR),
    MANAGE_OPERATORS(OPERATOR),
    SEE_OPERATOR_TOKENS(OPERATOR),
    SET_PRICES(OPERATOR),
    PUBLISH_TERMS(OPERATOR);

    private final Set<Role> roles;

    Permission(Role first, Role... others) {
        roles = EnumSet.of(first, others);
    }

    /** @return whether the role may do this */
    public boolean isGivenTo(Role role) {
        return roles.contains(role);
    }

    /**
     * Asks for this permission, and that an actor who belongs to a tenant acts in no other.
     *
     * @throws Forbidden if the role may not do this
     * @throws NotFound if the actor belongs to another tenant (R3)
     */
    public void require(Actor actor, TenantId tenant) {
        if (actor.tenant().isPresent() && !actor.tenant().get().equals(tenant)) {
            throw new NotFound();
        }
        require(actor);
    }

    /** @throws Forbidden if the actor's role may not do this */
    public void require(Actor actor) {
        if (!isGivenTo(actor.role())) {
            throw new Forbidden();
        }
    }
}
