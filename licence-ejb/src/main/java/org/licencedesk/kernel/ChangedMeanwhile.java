package org.licencedesk.kernel;

import java.util.Map;

/** Somebody else changed it since the caller read it. */
public class ChangedMeanwhile extends RuleViolation {

    /** Refuses. */
    public ChangedMeanwhile() {
        super("changed-meanwhile", Map.of());
    }
}
