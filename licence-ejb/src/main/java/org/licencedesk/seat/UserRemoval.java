package org.licencedesk.seat;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.licencedesk.allowance.Allowance;
import org.licencedesk.allowance.Figures;
import org.licencedesk.directory.UserAccount;
import org.licencedesk.directory.UserAccounts;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.UserId;

/** Deletes users, and erases what a tombstone still says of a person (R22). */
@Stateless
public class UserRemoval {

    @Inject
    private SeatGate gate;

    @Inject
    private UserAccounts accounts;

    @Inject
    private TimeSource time;

    /**
     * Makes a tombstone of the user; a seat that it held is free at once, and its name can be used again.
     *
     * @return the figures afterwards
     * @throws NotFound if the tenant has no such user
     * @throws ChangedMeanwhile if the user is no longer the revision that the caller has seen
     * @throws LastSystemAdmin if the tenant would be left without an active System Admin
     * @throws NotOnYourself if the actor is that user
     */
    public Figures delete(DeleteUser command) {
        Permission.MANAGE_USERS.require(command.actor(), command.tenant());
        Allowance allowance = gate.lock(command.tenant());
        Instant now = time.now();
        UserAccount user = gate.user(command.tenant(), command.user(), command.expected());
        gate.requireMayGo(user, command.actor());
        user.delete(now);
        allowance.move(Optional.of(user.status()), Optional.empty());
        if (user.status().occupiesSeat()) {
            gate.tell(EntryKind.SEAT_RELEASED, user, command.actor(), command.door(), now);
        }
        gate.tell(EntryKind.USER_DELETED, user, command.actor(), command.door(), now);
        return allowance.figures();
    }

    /**
     * Removes name and mail from a tombstone; its identity and the ledger stay.
     *
     * @throws NotFound if the tenant has no such tombstone
     */
    public void erase(TenantId tenant, UserId id, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        gate.lock(tenant);
        accounts.tombstone(tenant, id).erase(time.now());
    }
}
