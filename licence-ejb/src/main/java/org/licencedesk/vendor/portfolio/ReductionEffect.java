package org.licencedesk.vendor.portfolio;

import java.util.Optional;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Reduction;

/**
 * What a reduction would come to, as things stand.
 *
 * @param figures the figures now
 * @param lowersBy what the system then pays less for a billing period; empty if the price is not known
 */
public record ReductionEffect(Reduction reduction, Figures figures, Optional<Money> lowersBy) {

    /** @return how many of the seats in use must be free on the date, or 0 */
    public int mustFree() {
        return figures.mustFree(reduction.maximum());
    }
}
