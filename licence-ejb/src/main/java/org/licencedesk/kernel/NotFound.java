package org.licencedesk.kernel;

/** There is no such thing, or none that the actor may know of (R3). */
public class NotFound extends RuleViolation {

    /** Refuses. */
    public NotFound() {
        super(Refusal.NOT_FOUND);
    }
}
