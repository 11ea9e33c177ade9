package org.licencedesk.seats.allowance;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.pricing.Prices;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;
import org.licencedesk.seats.terms.TermsLibrary;

/** "Adjust User Allowance": shows, quotes, raises and corrects the maximum (R5 to R11, R37). */
@Stateless
public class AllowanceAdjustment {

    @Inject
    private Allowances allowances;

    @Inject
    private Quotes quotes;

    @Inject
    private Raising raising;

    @Inject
    private Tenants tenants;

    @Inject
    private Prices prices;

    @Inject
    private TermsLibrary terms;

    @Inject
    private ChangeRecord record;

    @Inject
    private Event<AllowanceCorrected> corrections;

    @Inject
    private Event<ReductionSuperseded> superseded;

    @Inject
    private TimeSource time;

    /** @return the allowance as it stands */
    public AllowanceState show(TenantId tenantId, Actor actor) {
        Permission.SEE_ALLOWANCE.require(actor, tenantId);
        return state(allowances.current(tenantId), time.now());
    }

    /**
     * @param raiseTo the number of seats wanted
     * @return the quote for it
     * @throws DecreaseNotOffered if it is below the maximum
     * @throws NotAnIncrease if it is the maximum
     * @throws CeilingReached if it is above the operator's ceiling
     * @throws RuleViolation {@link Refusal#TERMS_NOT_PUBLISHED} if there are no terms to accept yet
     */
    public Quote quote(TenantId tenant, int raiseTo, Actor actor) {
        Permission.RAISE_ALLOWANCE.require(actor, tenant);
        Allowance allowance = allowances.current(tenant);
        requireIncrease(allowance, raiseTo);
        return quotes.of(allowance, raiseTo, time.now());
    }

    /**
     * Raises the maximum, against a consent that covers the fresh quote.
     *
     * @return the allowance afterwards
     * @throws IncreaseNotConfirmed if the fresh quote is not consented to
     * @throws ChangedMeanwhile if the allowance is no longer the one that the caller has seen
     * @throws DecreaseNotOffered as {@link #quote}
     * @throws NotAnIncrease as {@link #quote}
     * @throws CeilingReached as {@link #quote}
     * @throws RuleViolation {@link Refusal#TERMS_NOT_PUBLISHED} as {@link #quote}
     */
    public AllowanceState raise(RaiseAllowance command) {
        Permission.RAISE_ALLOWANCE.require(command.actor(), command.tenant());
        Allowance allowance = lock(command.tenant(), command.expected());
        Instant now = time.now();
        requireIncrease(allowance, command.maximum());
        raising.raise(allowance, command.maximum(), command.consent(), new Act(command.actor(), command.door(), now));
        return state(allowance, now);
    }

    /**
     * Corrects the maximum; the tenant may be over its allowance afterwards (R37). The number that it is already changes
     * and records nothing. A reduction that was agreed ends if the maximum is as low already.
     *
     * @return the allowance afterwards
     * @throws ChangedMeanwhile if the allowance is no longer the one that the caller has seen
     * @throws CorrectionNotChargeable if a lower number is to be billed, or a higher one credited
     */
    public AllowanceState correct(CorrectAllowance command) {
        Permission.CORRECT_ALLOWANCE.require(command.actor(), command.tenant());
        Allowance allowance = lock(command.tenant(), command.expected());
        Instant now = time.now();
        int before = allowance.figures().maximum();
        if (command.maximum() != before) {
            if (command.settlement() == (command.maximum() > before ? Settlement.CREDITED : Settlement.BILLED)) {
                throw new CorrectionNotChargeable(allowance.figures());
            }
            boolean reduces = allowance.agreedReduction().isPresent();
            allowance.correct(command.maximum());
            corrections.fire(new AllowanceCorrected(
                    command.tenant(), before, command.maximum(), command.settlement(), command.reason(), now));
            record.record(LedgerEvent.ofAllowance(
                    command.tenant(),
                    EntryKind.ALLOWANCE_CORRECTED,
                    Optional.of(command.reason()),
                    new Act(command.actor(), command.door(), now)));
            if (reduces && allowance.agreedReduction().isEmpty()) {
                superseded.fire(new ReductionSuperseded(command.tenant(), command.actor(), now));
            }
        }
        return state(allowance, now);
    }

    private Allowance lock(TenantId tenant, Expected expected) {
        Allowance allowance = allowances.lock(tenant);
        expected.check(allowance.lastSequence());
        return allowance;
    }

    private void requireIncrease(Allowance allowance, int wanted) {
        Figures figures = allowance.figures();
        if (wanted < figures.maximum()) {
            throw new DecreaseNotOffered(
                    figures, tenants.get(allowance.tenant()).profile().contact());
        }
        if (wanted == figures.maximum()) {
            throw new NotAnIncrease(figures);
        }
    }

    private AllowanceState state(Allowance allowance, Instant now) {
        Tenant tenant = tenants.get(allowance.tenant());
        return new AllowanceState(
                allowance.figures(),
                allowance.locked(),
                prices.of(tenant).perSeatOn(tenant.dayOf(now)),
                tenant.calendar().period(),
                quotes.nextInvoice(allowance, now),
                terms.inForce(),
                tenant.profile().contact(),
                allowance.agreedReduction(),
                allowance.lastSequence());
    }
}
