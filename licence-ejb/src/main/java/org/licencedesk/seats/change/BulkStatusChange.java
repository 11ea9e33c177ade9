package org.licencedesk.seats.change;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.CeilingReached;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.allowance.Quotes;
import org.licencedesk.seats.directory.UserAccounts;

/** Gives many users a status at once: one lock, one quote and one consent for all the seats that they need (R16, R18 to R20). */
@Stateless
public class BulkStatusChange {

    @Inject
    private TenantChanges changes;

    @Inject
    private StatusPolicy policy;

    @Inject
    private Allowances allowances;

    @Inject
    private Quotes quotes;

    @Inject
    private BulkPlans plans;

    @Inject
    private UserAccounts accounts;

    @Inject
    private TimeSource time;

    /**
     * Changes nothing.
     *
     * @return what {@link #apply} would do, as things are now, and the quote that it would ask for
     * @throws Forbidden if it comes from the Setup Wizard (R25)
     * @throws TooManyUsers if more than a thousand are selected
     * @throws CeilingReached if the increase would pass the operator's ceiling
     * @throws RuleViolation {@link Refusal#TERMS_NOT_PUBLISHED} if an increase is needed and there are no terms to accept yet
     */
    public BulkPreview preview(ChangeStatuses command) {
        Permission.MANAGE_USERS.require(command.actor(), command.tenant());
        policy.requireMayChangeStatus(command.door());
        Allowance allowance = allowances.current(command.tenant());
        BulkPlan plan = plan(command);
        return new BulkPreview(
                plan.outcomes(),
                plan.seats(),
                allowance.figures(),
                allowance.raiseToAdmit(plan.seats()).map(raiseTo -> quotes.of(allowance, raiseTo, time.now())));
    }

    /**
     * Changes all that can be changed, and says of the others why they cannot; or changes nobody, if seats are missing that
     * nobody consented to buy. Nobody gets a seat that another one of them gives up, since all get the same status.
     *
     * @return what became of each
     * @throws IncreaseNotConfirmed if too few seats are available, and the increase is not consented to
     * @throws Forbidden as {@link #preview}
     * @throws TooManyUsers as {@link #preview}
     * @throws CeilingReached as {@link #preview}
     * @throws RuleViolation {@link Refusal#TERMS_NOT_PUBLISHED} as {@link #preview}
     */
    public BulkReceipt apply(ChangeStatuses command) {
        TenantChange change = changes.begin(command.tenant(), command.actor(), command.door(), Permission.MANAGE_USERS);
        policy.requireMayChangeStatus(command.door());
        BulkPlan plan = plan(command);
        int seats = plan.seats();
        change.admit(seats, command.consent());
        plan.changing().forEach(user -> change.move(user, command.status()));
        accounts.storeMany();
        return new BulkReceipt(
                plan.outcomes(), change.figures(), change.reductionAtRisk().filter(reduction -> seats > 0));
    }

    private BulkPlan plan(ChangeStatuses command) {
        return plans.of(command.tenant(), command.users(), policy.becoming(command.status(), command.actor()));
    }
}
