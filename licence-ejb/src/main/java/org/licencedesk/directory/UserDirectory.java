package org.licencedesk.directory;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;

/** Shows the users of a tenant to its System Admins (R1). */
@Stateless
public class UserDirectory {

    @Inject
    private UserAccounts accounts;

    @Inject
    private UserSearch search;

    /**
     * @return the living user
     * @throws NotFound if the tenant has none of that identity
     */
    public User get(TenantId tenant, UserId id, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        return accounts.get(tenant, id).view();
    }

    /** @return the user or the tombstone, unless it was erased; for whoever may see who did what in the tenant */
    public Optional<User> everKnown(TenantId tenant, UserId id) {
        return accounts.findAny(tenant, id).map(UserAccount::view).filter(user -> !user.userName()
                .isEmpty());
    }

    /** @return whether the tenant has a living user of that identity */
    public boolean has(TenantId tenant, UserId id) {
        try {
            accounts.get(tenant, id);
            return true;
        } catch (NotFound e) {
            return false;
        }
    }

    /**
     * @return one page of the users that the query wants
     * @throws InvalidValue if the cursor is none of a list in that order
     */
    public Page<User> list(TenantId tenant, UserQuery query, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        return Page.of(search.find(tenant, query), query.size(), user -> UserCursor.behind(user, query.sort()));
    }
}
