package org.licencedesk.seats.change;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** Nobody deletes themselves or gives themselves a status other than Active (R4). */
public class NotOnYourself extends RuleViolation {

    /** Refuses. */
    public NotOnYourself() {
        super("not-on-yourself", Map.of());
    }
}
