package org.licencedesk.seats.change;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TimeSource;

/** Changes names, mail addresses and roles: it never asks about seats, also where a tenant is over its allowance (R18). */
@Stateless
public class UserEditing {

    @Inject
    private SeatGate gate;

    @Inject
    private TimeSource time;

    /**
     * @return the user afterwards
     * @throws NotFound if the tenant has no such user
     * @throws ChangedMeanwhile if the user is no longer the revision that the caller has seen
     * @throws LastSystemAdmin if the tenant would be left without an active System Admin
     * @throws EmailMissing if a person would be left without a mail address
     */
    public User edit(EditUser command) {
        Permission.MANAGE_USERS.require(command.actor(), command.tenant());
        Allowance allowance = gate.lock(command.tenant());
        Instant now = time.now();
        UserAccount user = gate.user(command.tenant(), command.user(), command.expected());
        command.displayName().ifPresent(user::rename);
        command.email().ifPresent(user::reachAt);
        gate.requireReachable(user, user.status());
        command.role().filter(role -> role != user.role()).ifPresent(role -> {
            gate.requireAnotherAdmin(user);
            user.changeRole(role);
            gate.tell(EntryKind.USER_CHANGED, user, command.actor(), command.door(), now);
        });
        return gate.receipt(allowance, user).user();
    }
}
