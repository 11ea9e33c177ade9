package org.licencedesk.seats.terms;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** This version is published already, and published terms never change (R29). */
public class TermsVersionTaken extends RuleViolation {

    /** Refuses. */
    public TermsVersionTaken() {
        super("terms-version-taken", Map.of());
    }
}
