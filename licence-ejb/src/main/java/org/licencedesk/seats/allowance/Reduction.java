package org.licencedesk.seats.allowance;

import java.time.LocalDate;
import org.licencedesk.kernel.InvalidValue;

/**
 * A lower maximum, and the renewal date from which it is to hold (R30).
 *
 * @param maximum the number of seats from then on, at least 1: the last System Admin always needs one (R4)
 * @param effectiveOn the date, in the tenant's days
 */
public record Reduction(int maximum, LocalDate effectiveOn) {

    /** @throws InvalidValue if the number is below 1 */
    public Reduction {
        if (maximum < 1) {
            throw new InvalidValue("maximum", InvalidValue.Problem.OUT_OF_RANGE);
        }
    }
}
