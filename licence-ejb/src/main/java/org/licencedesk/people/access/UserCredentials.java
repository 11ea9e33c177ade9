package org.licencedesk.people.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;

/** Says what a user comes in by, without the secrets. */
@Stateless
public class UserCredentials {

    @Inject
    private Accounts accounts;

    @Inject
    private StoredLinks links;

    /** @return the times of the password and the links of the user, who is or was the tenant's */
    public CredentialTimes of(TenantId tenant, UserId user, Actor actor) {
        Permission.EXPORT_USERS.require(actor, tenant);
        return new CredentialTimes(accounts.passwordChangedAt(user), links.expiries(user));
    }
}
