package org.licencedesk.seats.request;

import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.TenantId;

/**
 * Proposes a lower maximum to the System Admins of a tenant.
 *
 * @param maximum the number of seats proposed, from 1
 * @param effectiveOn a coming renewal date; the next one if none is given
 */
public record ProposeReduction(
        TenantId tenant, int maximum, Optional<LocalDate> effectiveOn, Reason reason, Actor actor) {

    /** @throws InvalidValue if the number is below 1 */
    public ProposeReduction {
        if (maximum < 1) {
            throw new InvalidValue("maximum", InvalidValue.Problem.OUT_OF_RANGE);
        }
    }
}
