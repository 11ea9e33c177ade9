package org.licencedesk.seats.change;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserAccount;

/** Changes names, mail addresses and roles: it never asks about seats, also where a tenant is over its allowance (R18). */
@Stateless
public class UserEditing {

    @Inject
    private TenantChanges changes;

    @Inject
    private StatusPolicy policy;

    /**
     * @return the user afterwards
     * @throws NotFound if the tenant has no such user
     * @throws ChangedMeanwhile if the user is no longer the revision that the caller has seen
     * @throws RuleViolation {@link Refusal#USER_NAME_TAKEN} if another living user of the tenant has the user name (R41)
     * @throws RuleViolation {@link Refusal#LAST_SYSTEM_ADMIN} if the tenant would be left without an active System Admin
     * @throws RuleViolation {@link Refusal#EMAIL_MISSING} if a person would be left without a mail address
     */
    public User edit(EditUser command) {
        TenantChange change = changes.begin(command.tenant(), command.actor(), command.door(), Permission.MANAGE_USERS);
        UserAccount user = change.user(command.user(), command.expected());
        command.userName().ifPresent(name -> change.changeUserName(user, name));
        change.describe(user, command.displayName(), command.email());
        policy.requireReachable(user, user.status());
        command.role().ifPresent(role -> change.changeRole(user, role));
        return change.receipt(user).user();
    }
}
