package org.licencedesk.seats.change;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** Only a deleted user can be erased (R22). */
public class NotDeleted extends RuleViolation {

    /** Refuses. */
    public NotDeleted() {
        super("not-deleted", Map.of());
    }
}
