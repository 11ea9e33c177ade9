package org.licencedesk.access;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** There is no such sign-in link, or no longer: used, replaced, expired, or its owner cannot sign in. */
public class SignInLinkDead extends RuleViolation {

    /** Refuses. */
    public SignInLinkDead() {
        super("sign-in-link-dead", Map.of());
    }
}
