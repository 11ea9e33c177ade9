package org.licencedesk.people.setup;

import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** The setup code is none, or opens nothing any more (R28). */
public class SetupCodeRefused extends RuleViolation {

    /** Refuses. */
    public SetupCodeRefused() {
        super(Refusal.SETUP_CODE_REFUSED);
    }
}
