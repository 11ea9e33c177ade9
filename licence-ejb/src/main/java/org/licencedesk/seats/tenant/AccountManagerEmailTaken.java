package org.licencedesk.seats.tenant;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** Another account manager has this mail address. */
public class AccountManagerEmailTaken extends RuleViolation {

    /** Refuses. */
    public AccountManagerEmailTaken() {
        super("account-manager-email-taken", Map.of());
    }
}
