package org.licencedesk.seats.request;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.ChangeRecord;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.change.ChosenUsers;

/** Does on its date what was agreed (R30). */
@Stateless
@WithoutPermission("a step of a job, which nobody calls")
public class ReductionRenewal {

    private static final Actor ACTOR = Actor.installation();

    @Inject
    private Allowances allowances;

    @Inject
    private ChosenUsers chosenUsers;

    @Inject
    private StoredRequests requests;

    @Inject
    private RequestKeeper keeper;

    @Inject
    private ChangeRecord record;

    /**
     * Applies the agreed reduction of the tenant if its date is not after the day; else does nothing. First the chosen
     * users become Inactive, then the maximum is lowered. If too many seats would be occupied even so, neither happens,
     * and nobody loses a seat for nothing. The invoice of a date bills the maximum of that date: whoever closes it calls
     * this before, in the same transaction.
     *
     * @param day a day of the tenant's that has begun
     * @return the request, if it was its date
     */
    public Optional<ReductionRequest> applyDue(TenantId tenant, LocalDate day, Instant now) {
        Allowance allowance = allowances.lockAsItStands(tenant);
        return allowance
                .agreedReduction()
                .filter(agreed -> !agreed.effectiveOn().isAfter(day))
                .map(agreed -> apply(allowance, agreed, requests.open(tenant).orElseThrow(), now));
    }

    private ReductionRequest apply(Allowance allowance, Reduction agreed, StoredRequest request, Instant now) {
        ChosenUsers.Leave leave = chosenUsers.leave(request.tenant(), request.chosen());
        int occupied = allowance.figures().occupied() - leave.leaving().size();
        if (occupied > agreed.maximum()) {
            allowance.endReduction();
            request.markNotApplied(allowance.figures(), leave.kept(), now);
        } else {
            Act act = new Act(ACTOR, Door.JOB, now);
            chosenUsers.deactivate(allowance, leave.leaving(), act);
            allowance.reduceAsAgreed();
            record.record(LedgerEvent.ofAllowance(
                    request.tenant(), EntryKind.ALLOWANCE_REDUCED, Optional.of(request.reason()), act));
            request.apply(allowance.figures(), leave.kept(), now);
        }
        return keeper.tell(request, ACTOR, now);
    }
}
