package org.licencedesk.seats.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.licencedesk.kernel.LedgerEvent;

/** Looks after each change whether the allowance has become fuller or roomier, on the row that the change has locked. */
@ApplicationScoped
class FillLevelWatch implements AfterChange {

    @Inject
    private Allowances allowances;

    @Inject
    private Event<FillLevelPassed> passed;

    @Override
    public Step step() {
        return Step.FILL_LEVEL;
    }

    @Override
    public void on(LedgerEvent event) {
        Allowance allowance = allowances.get(event.tenant());
        FillLevel before = allowance.fillLevel();
        FillLevel level = allowance.reachLevel();
        if (level.compareTo(before) > 0 || (level == FillLevel.ROOMY && before != FillLevel.ROOMY)) {
            passed.fire(new FillLevelPassed(
                    event.tenant(), level, allowance.figures(), event.act().at()));
        }
    }
}
