package org.licencedesk.messages.webhook;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** The address said that it is gone; nothing is sent there any more. */
public class WebhookStopped extends RuleViolation {

    /** Refuses. */
    public WebhookStopped() {
        super("webhook-stopped", Map.of());
    }
}
