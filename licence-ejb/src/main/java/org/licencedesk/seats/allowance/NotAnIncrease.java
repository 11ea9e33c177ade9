package org.licencedesk.seats.allowance;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** The number is the maximum that the tenant has already (R11). */
public class NotAnIncrease extends RuleViolation {

    /** Refuses, with what there is to say. */
    public NotAnIncrease(Figures figures) {
        super(Refusal.NOT_AN_INCREASE, Map.of("figures", figures));
    }
}
