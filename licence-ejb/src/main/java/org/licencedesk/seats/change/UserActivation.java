package org.licencedesk.seats.change;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.CeilingReached;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.allowance.TermsNotPublished;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.UserStatus;

/** Gives a user a status that occupies a seat: Active or Locked (R18, R19). */
@Stateless
public class UserActivation {

    @Inject
    private SeatGate gate;

    @Inject
    private TimeSource time;

    /**
     * A user who holds a seat already changes freely between Active and Locked; anybody else needs a seat. The status
     * that the user has already changes and records nothing.
     *
     * <p>A holder who is named to be released becomes Inactive in the same transaction wherever the user takes a seat, also
     * if one is available; nothing is bought then, whatever is consented to.
     *
     * @return the user, and the figures after it
     * @throws Forbidden if it comes from the Setup Wizard (R25)
     * @throws NotFound if the tenant has no such user
     * @throws ChangedMeanwhile if the user is no longer the revision that the caller has seen
     * @throws LastSystemAdmin if locking or releasing would leave the tenant without an active System Admin
     * @throws NotOnYourself if the actor would lock or release themselves
     * @throws NotASeatHolder if whoever is to be released holds no seat
     * @throws ReleaseNotEnough if the tenant is over its allowance, so that a release makes no seat available
     * @throws IncreaseNotConfirmed if a seat is needed, none is available, and the increase is not consented to
     * @throws CeilingReached if the increase would pass the operator's ceiling
     * @throws TermsNotPublished if an increase is needed and there are no terms to accept yet
     * @throws EmailMissing if the user has no mail address, which a person must have
     */
    public SeatReceipt activate(ChangeStatus command) {
        Permission.MANAGE_USERS.require(command.actor(), command.tenant());
        gate.requireMayChangeStatus(command.door());
        if (!command.status().occupiesSeat()) {
            throw new IllegalArgumentException(command.status() + " occupies no seat");
        }
        Allowance allowance = gate.lock(command.tenant());
        Instant now = time.now();
        UserAccount user = gate.user(command.tenant(), command.user(), command.expected());
        UserStatus before = user.status();
        if (before != command.status()) {
            gate.requireMayBecome(user, command.status(), command.actor());
            if (!before.occupiesSeat()) {
                gate.seatOne(allowance, command.release(), command.consent(), command.actor(), command.door(), now);
            }
            gate.move(allowance, user, command.status(), command.actor(), command.door(), now);
        }
        return gate.receipt(allowance, user);
    }
}
