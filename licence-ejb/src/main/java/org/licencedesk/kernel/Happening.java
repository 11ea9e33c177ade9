package org.licencedesk.kernel;

import java.time.Instant;
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
 * @param actor who did it
 * @param door by which way
 * @param at when
 */
public record Happening(
        TenantId tenant,
        EntryKind kind,
        Optional<UserId> user,
        Optional<UserStatus> status,
        Optional<Role> role,
        Optional<Reason> reason,
        Actor actor,
        Door door,
        Instant at) {

    /** @return a happening that concerns the tenant's allowance, not a user */
    public static Happening toAllowance(
            TenantId tenant, EntryKind kind, Optional<Reason> reason, Actor actor, Door door, Instant at) {
        return new Happening(
                tenant, kind, Optional.empty(), Optional.empty(), Optional.empty(), reason, actor, door, at);
    }
}
