package org.licencedesk.seats.allowance;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** The number is above the operator's sanity ceiling (R7). */
public class CeilingReached extends RuleViolation {

    private final int ceiling;

    /** Refuses, with what there is to say. */
    public CeilingReached(int ceiling) {
        super(Refusal.CEILING_REACHED, Map.of("ceiling", ceiling));
        this.ceiling = ceiling;
    }

    /** @return the most seats that a tenant can hold */
    public int ceiling() {
        return ceiling;
    }
}
