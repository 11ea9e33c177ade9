package org.licencedesk.seats.change;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TimeSource;

/** Gives a user a status that occupies no seat; a seat that the user held is free at once (R20). */
@Stateless
public class UserDeactivation {

    @Inject
    private SeatGate gate;

    @Inject
    private TimeSource time;

    /**
     * The status that the user has already changes and records nothing.
     *
     * @return the user, and the figures after it; the maximum stays
     * @throws Forbidden if it comes from the Setup Wizard (R25)
     * @throws NotFound if the tenant has no such user
     * @throws ChangedMeanwhile if the user is no longer the revision that the caller has seen
     * @throws LastSystemAdmin if the tenant would be left without an active System Admin
     * @throws NotOnYourself if the actor is that user
     * @throws EmailMissing if a thing without a mail address is to become an inactive person
     */
    public SeatReceipt deactivate(ChangeStatus command) {
        Permission.MANAGE_USERS.require(command.actor(), command.tenant());
        gate.requireMayChangeStatus(command.door());
        if (command.status().occupiesSeat()) {
            throw new IllegalArgumentException(command.status() + " occupies a seat");
        }
        Allowance allowance = gate.lock(command.tenant());
        Instant now = time.now();
        UserAccount user = gate.user(command.tenant(), command.user(), command.expected());
        if (user.status() != command.status()) {
            gate.requireMayBecome(user, command.status(), command.actor());
            gate.move(allowance, user, command.status(), command.actor(), command.door(), now);
        }
        return gate.receipt(allowance, user);
    }
}
