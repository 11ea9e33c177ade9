package org.licencedesk.kernel;

import java.util.Map;

/** There is no such thing, or none that the actor may know of (R3). */
public class NotFound extends RuleViolation {

    /** Refuses. */
    public NotFound() {
        super("not-found", Map.of());
    }
}
