package org.licencedesk.record.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.allowance.DueWork;

/** Closes what whoever comes first finds due, period by period as the job does. */
@ApplicationScoped
class DuePeriods implements DueWork {

    @Inject
    private Renewal renewal;

    @Override
    public void settle(TenantId tenant, Instant now, int most) {
        upTo(most, () -> renewal.closeNext(tenant, now));
    }

    @Override
    public void settleApart(TenantId tenant, Instant now, int most) {
        upTo(most, () -> renewal.closeNextApart(tenant, now));
    }

    private static void upTo(int most, BooleanSupplier closeNext) {
        int closed = 0;
        while (closed < most && closeNext.getAsBoolean()) {
            closed++;
        }
    }
}
