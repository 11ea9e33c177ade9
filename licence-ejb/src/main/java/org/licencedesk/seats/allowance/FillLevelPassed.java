package org.licencedesk.seats.allowance;

import java.time.Instant;
import org.licencedesk.kernel.TenantId;

/**
 * An allowance has become as full as it was not before, or roomy again; told once, inside the transaction that did it.
 *
 * @param level how full it is now; {@link FillLevel#ROOMY} where there is room again
 * @param figures the figures now
 */
public record FillLevelPassed(TenantId tenant, FillLevel level, Figures figures, Instant at) {

    /** @return whether there is room again */
    public boolean isResolved() {
        return level == FillLevel.ROOMY;
    }
}
