package org.licencedesk.seats.change;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** A room, resource, asset or queue without a mail address cannot become a person. */
public class EmailMissing extends RuleViolation {

    /** Refuses. */
    public EmailMissing() {
        super("email-missing", Map.of());
    }
}
