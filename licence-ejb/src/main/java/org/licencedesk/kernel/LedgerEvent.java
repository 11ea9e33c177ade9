package org.licencedesk.kernel;

import java.util.Optional;

/**
 * Something that the ledger keeps, told by whoever did it, inside the transaction that did it.
 *
 * @param tenant where
 * @param kind what
 * @param user whom it concerns
 * @param status the user's status afterwards, where the entry is about a user
 * @param role the user's role afterwards, where the entry is about a user
 * @param reason why, where somebody said so
 * @param act who did it, how and when
 */
public record LedgerEvent(
        TenantId tenant,
        EntryKind kind,
        Optional<UserId> user,
        Optional<UserStatus> status,
        Optional<Role> role,
        Optional<Reason> reason,
        Act act) {

    /** @return an event that concerns the tenant's allowance, not a user */
    public static LedgerEvent ofAllowance(TenantId tenant, EntryKind kind, Optional<Reason> reason, Act act) {
        return new LedgerEvent(tenant, kind, Optional.empty(), Optional.empty(), Optional.empty(), reason, act);
    }
}
