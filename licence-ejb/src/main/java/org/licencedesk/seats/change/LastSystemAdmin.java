package org.licencedesk.seats.change;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** The tenant would be left without an active System Admin (R4). */
public class LastSystemAdmin extends RuleViolation {

    /** Refuses. */
    public LastSystemAdmin() {
        super("last-system-admin", Map.of());
    }
}
