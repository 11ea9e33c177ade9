package org.licencedesk.seats.change;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.licencedesk.kernel.Permission;
import org.licencedesk.seats.directory.UserAccounts;

/** Deletes many users at once, under one lock; who cannot be deleted is left as they are, and named (R4, R22). */
@Stateless
public class BulkRemoval {

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
    public ManyOutcomes preview(DeleteUsers command) {
        Permission.MANAGE_USERS.require(command.actor(), command.tenant());
        return new ManyOutcomes(plan(command).outcomes());
    }

    /**
     * Deletes all that can be deleted.
     *
     * @return what became of each
     * @throws TooManyUsers as {@link #preview}
     */
    public ManyOutcomes apply(DeleteUsers command) {
        TenantChange change = changes.begin(command.tenant(), command.actor(), command.door(), Permission.MANAGE_USERS);
        BulkPlan plan = plan(command);
        ManyOutcomes before = new ManyOutcomes(plan.outcomes());
        plan.changing().forEach(change::remove);
        accounts.storeMany();
        return before;
    }

    private BulkPlan plan(DeleteUsers command) {
        return plans.of(command.tenant(), command.users(), policy.going(command.actor()));
    }
}
