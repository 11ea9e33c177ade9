package org.licencedesk.kernel;

/** Somebody else changed it since the caller read it. */
public class ChangedMeanwhile extends RuleViolation {

    /** Refuses. */
    public ChangedMeanwhile() {
        super(Refusal.CHANGED_MEANWHILE);
    }
}
