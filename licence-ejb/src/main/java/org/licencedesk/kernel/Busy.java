package org.licencedesk.kernel;

/** A lock could not be had in time; nothing was changed, and the call can be repeated. */
public class Busy extends RuleViolation {

    /** Refuses. */
    public Busy() {
        super(Refusal.BUSY);
    }
}
