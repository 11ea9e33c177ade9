package org.licencedesk.seats.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** The one way in which a maximum rises by a consent: a fresh quote, the increase, and the proof of it (R16, R29, R32). */
@ApplicationScoped
public class Raising {

    @Inject
    private Quotes quotes;

    @Inject
    private Acceptances acceptances;

    @Inject
    private ChangeRecord record;

    @Inject
    private Event<ReductionSuperseded> superseded;

    @Inject
    private Event<AllowanceRaised> increases;

    /**
     * Lets so many users in: seats are available, or the increase that they need is consented to (R12, R14, R16). Does not
     * yet count them as occupied. No quote is made where seats are available.
     *
     * @param locked the tenant's allowance, locked
     * @param users how many come in, from 0
     * @param consent what was accepted, if anything; ignored where seats are available
     * @throws IncreaseNotConfirmed if there are too few seats and the fresh quote is not consented to
     * @throws CeilingReached if the increase would pass the operator's ceiling
     * @throws RuleViolation {@link Refusal#TERMS_NOT_PUBLISHED} if an increase is needed and there are no terms to accept yet
     */
    public void admit(Allowance locked, int users, Optional<Consent> consent, Act act) {
        locked.raiseToAdmit(users).ifPresent(newMaximum -> raise(locked, newMaximum, consent, act));
    }

    /**
     * Raises the maximum, keeps the acceptance by which it was raised, and tells of both, and whoever it concerns of the
     * reduction that it ended.
     *
     * @param newMaximum above the maximum
     * @throws IncreaseNotConfirmed if the fresh quote is not consented to
     * @throws CeilingReached as {@link #admit}
     * @throws RuleViolation {@link Refusal#TERMS_NOT_PUBLISHED} as {@link #admit}
     */
    void raise(Allowance locked, int newMaximum, Optional<Consent> consent, Act act) {
        Quote fresh = quotes.of(locked, newMaximum, act.at());
        acceptances.add(locked.tenant(), locked.raise(fresh, consent), act);
        for (EntryKind kind : List.of(EntryKind.ALLOWANCE_RAISED, EntryKind.TERMS_ACCEPTED)) {
            record.record(LedgerEvent.ofAllowance(locked.tenant(), kind, Optional.empty(), act));
        }
        fresh.endsReduction()
                .ifPresent(ended -> superseded.fire(new ReductionSuperseded(locked.tenant(), act.actor(), act.at())));
        increases.fire(new AllowanceRaised(locked.tenant(), fresh, act));
    }
}
