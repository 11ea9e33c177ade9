package org.licencedesk.seats.allowance;

import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.TenantId;

/**
 * Corrects the maximum of a tenant to any number from 0 (R37).
 *
 * @param settlement whether the seats more are billed, or the seats fewer credited, for the rest of the running period
 * @param expected the {@link AllowanceState#revision()} that the caller has seen, if they mind
 */
public record CorrectAllowance(
        TenantId tenant, int maximum, Settlement settlement, Reason reason, Expected expected, Actor actor, Door door) {

    /** @throws InvalidValue if the number is below 0 */
    public CorrectAllowance {
        if (maximum < 0) {
            throw new InvalidValue("maximum", InvalidValue.Problem.OUT_OF_RANGE);
        }
    }
}
