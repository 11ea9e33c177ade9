package org.licencedesk.people.access;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** A one-time link cannot be used, and says why. */
public class SignInLinkInvalid extends RuleViolation {

    private final LinkEnd reason;

    /** Refuses. */
    public SignInLinkInvalid(LinkEnd reason) {
        super(Refusal.SIGN_IN_LINK_DEAD, Map.of("reason", reason));
        this.reason = reason;
    }

    /** @return why it cannot be used */
    public LinkEnd reason() {
        return reason;
    }
}
