package org.licencedesk.people.setup;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** The setup code is none, or was used already (R28). */
public class SetupCodeRefused extends RuleViolation {

    /** Refuses. */
    public SetupCodeRefused() {
        super("setup-code-refused", Map.of());
    }
}
