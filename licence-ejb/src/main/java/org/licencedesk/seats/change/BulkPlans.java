package org.licencedesk.seats.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.seats.directory.UserAccounts;

/** Plans what becomes of many users who are selected, by user name, so that of all System Admins the last by name stays (R4). */
@ApplicationScoped
class BulkPlans {

    /** How many users are changed at once at most. */
    static final int MOST = 1_000;

    @Inject
    private UserAccounts accounts;

    /** @throws TooManyUsers if more than {@link #MOST} are selected */
    BulkPlan of(TenantId tenant, Selection selected, BulkPlan.Wish wish) {
        Set<UserId> strangers = new LinkedHashSet<>();
        List<UserAccount> users;
        if (selected instanceof Selection.Ticked ticked) {
            requireNotTooMany(ticked.users().size());
            users = accounts.find(tenant, ticked.users());
            strangers.addAll(ticked.users());
            users.forEach(user -> strangers.remove(user.id()));
        } else {
            Selection.AllThatMatch all = (Selection.AllThatMatch) selected;
            users = accounts.find(tenant, all.filter(), MOST + 1);
            requireNotTooMany(users.size());
        }
        return new BulkPlan(wish, users, strangers, accounts.countActiveAdmins(tenant, MOST + 1));
    }

    private static void requireNotTooMany(int selected) {
        if (selected > MOST) {
            throw new TooManyUsers(MOST);
        }
    }
}
