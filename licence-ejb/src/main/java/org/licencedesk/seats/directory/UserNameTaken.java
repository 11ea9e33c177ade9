package org.licencedesk.seats.directory;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** Another living user of the tenant has this name, in whatever case. */
public class UserNameTaken extends RuleViolation {

    /** Refuses. */
    public UserNameTaken() {
        super("user-name-taken", Map.of());
    }
}
