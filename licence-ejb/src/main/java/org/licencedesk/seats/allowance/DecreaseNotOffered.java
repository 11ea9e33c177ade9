package org.licencedesk.seats.allowance;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.seats.tenant.Contact;

/** The number is below the maximum; only the account manager lowers it (R11). */
public class DecreaseNotOffered extends RuleViolation {

    /** Refuses, with what there is to say. */
    public DecreaseNotOffered(Figures figures, Contact accountManager) {
        super(Refusal.DECREASE_NOT_OFFERED, Map.of("figures", figures, "accountManager", accountManager));
    }
}
