package org.licencedesk.kernel;

/** What an actor may do (R1, R2). Users hold one of the first two. */
public enum Role {
    STANDARD,
    SYSTEM_ADMIN,
    ACCOUNT_MANAGER,
    OPERATOR;

    /** @return whether a user of a tenant can hold this role */
    public boolean isHeldByUsers() {
        return this == STANDARD || this == SYSTEM_ADMIN;
    }
}
