package org.licencedesk.seats.allowance;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** Only a correction upwards can be billed, and only one downwards credited (R37). */
public class CorrectionNotChargeable extends RuleViolation {

    /** Refuses, with what there is to say. */
    public CorrectionNotChargeable(Figures figures) {
        super(Refusal.CORRECTION_NOT_CHARGEABLE, Map.of("figures", figures));
    }
}
