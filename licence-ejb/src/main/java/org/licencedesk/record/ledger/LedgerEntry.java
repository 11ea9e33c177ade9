package org.licencedesk.record.ledger;

import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Figures;

/**
 * One change of seats, allowance or users (R38).
 *
 * @param sequence gap-free in the tenant, from 1
 * @param at never before the entry before
 * @param actor who, as {@link org.licencedesk.kernel.Actor#label()}
 * @param status the user's status afterwards, where a user is concerned
 * @param role the user's role afterwards, where a user is concerned
 * @param figures the figures afterwards
 * @param previousHash the hash of the entry before, or zeros
 * @param hash the SHA-256 digest over the hash before and all that the entry says
 */
public record LedgerEntry(
        long sequence,
        Instant at,
        String actor,
        Door door,
        EntryKind kind,
        Optional<UserId> user,
        Optional<UserStatus> status,
        Optional<Role> role,
        Optional<Reason> reason,
        Figures figures,
        byte[] previousHash,
        byte[] hash) {

    /** The hash before the first entry. */
    static final byte[] NONE = new byte[32];

    /**
     * @return the entry that follows the given place in the chain
     */
    static LedgerEntry following(
            long lastSequence, Instant lastAt, byte[] lastHash, LedgerEvent event, Figures figures) {
        LedgerEntry open = new LedgerEntry(
                lastSequence + 1,
                event.act().at().isBefore(lastAt) ? lastAt : event.act().at(),
                event.act().actor().label(),
                event.act().door(),
                event.kind(),
                event.user(),
                event.status(),
                event.role(),
                event.reason(),
                figures,
                lastHash,
                NONE);
        return open.sealed(event.tenant());
    }

    private LedgerEntry sealed(TenantId tenant) {
        return new LedgerEntry(
                sequence,
                at,
                actor,
                door,
                kind,
                user,
                status,
                role,
                reason,
                figures,
                previousHash,
                link().seal(tenant));
    }

    private Link link() {
        return new Link(
                sequence,
                at,
                actor,
                door.name(),
                kind.name(),
                user.map(UserId::toString).orElse(""),
                status.map(UserStatus::name).orElse(""),
                role.map(Role::name).orElse(""),
                reason.map(Reason::text).orElse(""),
                figures.maximum(),
                figures.occupied(),
                previousHash,
                hash);
    }
}
