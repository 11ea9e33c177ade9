package org.licencedesk.platform.idempotency;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** The first request with this idempotency key has not ended yet. */
public class KeyInProgress extends RuleViolation {

    /** Refuses. */
    public KeyInProgress() {
        super("idempotency-key-in-progress", Map.of());
    }
}
