package org.licencedesk.seats.allowance;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** No terms have been published yet, so nothing can be accepted. */
public class TermsNotPublished extends RuleViolation {

    /** Refuses. */
    public TermsNotPublished() {
        super("terms-not-published", Map.of());
    }
}
