package org.licencedesk.seats.tenant;

import java.time.LocalDate;
import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** Prices and reductions take effect only at a renewal date that is still to come (R30, R33). */
public class NotARenewalDate extends RuleViolation {

    /** @param nextRenewal the first date that would do */
    public NotARenewalDate(LocalDate nextRenewal) {
        super(Refusal.NOT_A_RENEWAL_DATE, Map.of("nextRenewal", nextRenewal));
    }
}
