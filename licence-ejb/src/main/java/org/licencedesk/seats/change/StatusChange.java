package org.licencedesk.seats.change;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.seats.allowance.CeilingReached;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.directory.UserAccount;

/** Gives a user another status, and with it a seat, or takes the seat back (R18 to R20). */
@Stateless
public class StatusChange {

    @Inject
    private TenantChanges changes;

    @Inject
    private StatusPolicy policy;

    /**
     * A user who holds a seat already changes freely between Active and Locked; anybody else who becomes one of these needs
     * a seat. Any other status frees a seat at once; the maximum stays. The status that the user has already changes and
     * records nothing.
     *
     * <p>A holder who is named to be released becomes Inactive in the same transaction wherever the user takes a seat, also
     * if one is available; nothing is bought then, whatever is consented to.
     *
     * @return the user, and the figures after it
     * @throws Forbidden if it comes from the Setup Wizard (R25)
     * @throws NotFound if the tenant has no such user
     * @throws ChangedMeanwhile if the user is no longer the revision that the caller has seen
     * @throws RuleViolation {@link Refusal#LAST_SYSTEM_ADMIN} if the tenant would be left without an active System Admin
     * @throws RuleViolation {@link Refusal#NOT_ON_YOURSELF} if the actor would give themselves another status than Active, or release themselves
     * @throws NotASeatHolder if whoever is to be released holds no seat
     * @throws ReleaseNotEnough if the tenant is over its allowance, so that a release makes no seat available
     * @throws IncreaseNotConfirmed if a seat is needed, none is available, and the increase is not consented to
     * @throws CeilingReached if the increase would pass the operator's ceiling
     * @throws RuleViolation {@link Refusal#TERMS_NOT_PUBLISHED} if an increase is needed and there are no terms to accept yet
     * @throws RuleViolation {@link Refusal#EMAIL_MISSING} if the user has no mail address, which a person must have
     */
    public SeatReceipt change(ChangeStatus command) {
        TenantChange change = changes.begin(command.tenant(), command.actor(), command.door(), Permission.MANAGE_USERS);
        policy.requireMayChangeStatus(command.door());
        UserAccount user = change.user(command.user(), command.expected());
        change.give(user, command.status(), command.release(), command.consent());
        return change.receipt(user);
    }
}
