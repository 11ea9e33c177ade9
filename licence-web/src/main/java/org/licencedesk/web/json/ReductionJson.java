package org.licencedesk.web.json;

import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.seats.allowance.Reduction;

/** A lower maximum and its date in the contract. */
public record ReductionJson(int maximum, String effectiveOn) {

    /** @return the reduction in this form, or null where it is empty */
    public static Optional<ReductionJson> of(Optional<Reduction> reduction) {
        return reduction.map(ReductionJson::of);
    }

    /** @return the reduction in this form */
    public static ReductionJson of(Reduction reduction) {
        return new ReductionJson(reduction.maximum(), reduction.effectiveOn().toString());
    }

    /**
     * @return the reduction
     * @throws InvalidValue if the number or the date is none
     */
    public Reduction reduction() {
        return new Reduction(maximum, Body.date("effectiveOn", effectiveOn));
    }
}
