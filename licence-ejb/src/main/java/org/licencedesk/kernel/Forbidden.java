package org.licencedesk.kernel;

/** The actor's role may not do this (R1, R2). */
public class Forbidden extends RuleViolation {

    /** Refuses. */
    public Forbidden() {
        super(Refusal.FORBIDDEN);
    }
}
