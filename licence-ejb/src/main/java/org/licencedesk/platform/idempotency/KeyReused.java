package org.licencedesk.platform.idempotency;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** The idempotency key was used for another request. */
public class KeyReused extends RuleViolation {

    /** Refuses. */
    public KeyReused() {
        super("idempotency-key-reused", Map.of());
    }
}
