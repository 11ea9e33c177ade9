package org.licencedesk.seats.tenant;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** Another tenant has this slug. */
public class SlugTaken extends RuleViolation {

    /** Refuses. */
    public SlugTaken() {
        super("slug-taken", Map.of());
    }
}
