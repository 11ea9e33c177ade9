package org.licencedesk.kernel;

import java.util.Map;

/** The actor's role may not do this (R1, R2). */
public class Forbidden extends RuleViolation {

    /** Refuses. */
    public Forbidden() {
        super("forbidden", Map.of());
    }
}
