package org.licencedesk.seats.allowance;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.licencedesk.kernel.Happening;

/** Looks after each change whether the allowance has become fuller or roomier, on the row that the change has locked. */
@ApplicationScoped
class FillLevelWatch {

    @Inject
    private Allowances allowances;

    @Inject
    private Event<FillLevelPassed> passed;

    /** Comes after the ledger and after those who tell of the change itself. */
    void look(@Observes @Priority(Interceptor.Priority.APPLICATION + 900) Happening told) {
        Allowance allowance = allowances.get(told.tenant());
        FillLevel before = allowance.fillLevel();
        FillLevel level = allowance.reachLevel();
        if (level.compareTo(before) > 0 || (level == FillLevel.ROOMY && before != FillLevel.ROOMY)) {
            passed.fire(new FillLevelPassed(told.tenant(), level, allowance.figures(), told.at()));
        }
    }
}
