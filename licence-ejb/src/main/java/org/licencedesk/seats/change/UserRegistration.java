package org.licencedesk.seats.change;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.seats.allowance.CeilingReached;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.directory.UserAccount;

/** Adds users: freely while seats are available, else with the increase they need or not at all (R12 to R16). */
@Stateless
public class UserRegistration {

    @Inject
    private TenantChanges changes;

    @Inject
    private StatusPolicy policy;

    /**
     * A holder who is named to be released becomes Inactive in the same transaction wherever the new user takes a seat, also
     * if one is available; nothing is bought then, whatever is consented to.
     *
     * @return the user, and the figures after it
     * @throws Forbidden if the Setup Wizard names somebody to be released (R25)
     * @throws RuleViolation {@link Refusal#USER_NAME_TAKEN} if a living user of the tenant has the name
     * @throws NotASeatHolder if whoever is to be released holds no seat
     * @throws ReleaseNotEnough if the tenant is over its allowance, so that a release makes no seat available
     * @throws RuleViolation {@link Refusal#LAST_SYSTEM_ADMIN} if the release would leave the tenant without an active System Admin
     * @throws RuleViolation {@link Refusal#NOT_ON_YOURSELF} if the actor would release themselves
     * @throws IncreaseNotConfirmed if the status needs a seat, none is available, and the increase is not consented to
     * @throws CeilingReached if the increase would pass the operator's ceiling
     * @throws RuleViolation {@link Refusal#TERMS_NOT_PUBLISHED} if an increase is needed and there are no terms to accept yet
     */
    public SeatReceipt add(AddUser command) {
        return register(command, Permission.MANAGE_USERS);
    }

    /** Adds the first System Admin of a tenant that was just created; whoever creates it has the right to. */
    public SeatReceipt addFirst(AddUser command) {
        return register(command, Permission.CREATE_TENANTS);
    }

    private SeatReceipt register(AddUser command, Permission permission) {
        TenantChange change = changes.begin(command.tenant(), command.actor(), command.door(), permission);
        if (command.release().isPresent()) {
            policy.requireMayChangeStatus(command.door());
        }
        change.requireFree(command.user().userName());
        UserAccount user =
                new UserAccount(command.tenant(), command.user(), change.act().at());
        change.add(user, command.release(), command.consent());
        return change.receipt(user);
    }
}
