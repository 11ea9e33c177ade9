package org.licencedesk.seats.allowance;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** The number is not below the maximum, so there is nothing to reduce (R30). */
public class NotAReduction extends RuleViolation {

    /** Refuses, with what there is to say. */
    public NotAReduction(Figures figures) {
        super(Refusal.NOT_A_REDUCTION, Map.of("figures", figures));
    }
}
