package org.licencedesk.messages.webhook;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** The tenant has as many webhooks as it can have. */
public class TooManyWebhooks extends RuleViolation {

    /** Refuses, with what there is to say. */
    public TooManyWebhooks(int most) {
        super(Refusal.TOO_MANY_WEBHOOKS, Map.of("most", most));
    }
}
