package org.licencedesk.seats.allowance;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** What is due on a renewal date cannot be done, and nothing else is done to a tenant before it (R30). */
public class RenewalOverdue extends RuleViolation {

    /** Refuses. */
    public RenewalOverdue() {
        super("renewal-overdue", Map.of());
    }
}
