package org.licencedesk.seats.tenant;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** The account manager is disabled: they get nothing that opens anything. */
public class AccountManagerDisabled extends RuleViolation {

    /** Refuses. */
    public AccountManagerDisabled() {
        super("account-manager-disabled", Map.of());
    }
}
