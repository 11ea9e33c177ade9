package org.licencedesk.seats.change;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.licencedesk.kernel.Permission;
import org.licencedesk.seats.directory.UserAccounts;

/** Gives many users a role at once, under one lock; the last active System Admin is left as they are, and named (R4). */
@Stateless
public class BulkRoleChange {

    @Inject
    private TenantChanges changes;

    @Inject
    private StatusPolicy policy;

    @Inject
    private BulkPlans plans;

    @Inject
    private UserAccounts accounts;

    /**
     * Changes nothing.
     *
     * @return what {@link #apply} would do, as things are now
     * @throws TooManyUsers if more than a thousand are selected
     */
    public ManyOutcomes preview(ChangeRoles command) {
        Permission.MANAGE_USERS.require(command.actor(), command.tenant());
        return new ManyOutcomes(plan(command).outcomes());
    }

    /**
     * Changes all that can be changed.
     *
     * @return what became of each
     * @throws TooManyUsers as {@link #preview}
     */
    public ManyOutcomes apply(ChangeRoles command) {
        TenantChange change = changes.begin(command.tenant(), command.actor(), command.door(), Permission.MANAGE_USERS);
        BulkPlan plan = plan(command);
        plan.changing().forEach(user -> change.changeRole(user, command.role()));
        accounts.storeMany();
        return new ManyOutcomes(plan.outcomes());
    }

    private BulkPlan plan(ChangeRoles command) {
        return plans.of(command.tenant(), command.users(), policy.having(command.role()));
    }
}
