package org.licencedesk.seats.request;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** The tenant has a request that has not ended yet; it can be withdrawn first (R30). */
public class RequestOpen extends RuleViolation {

    /** Refuses, with what there is to say. */
    public RequestOpen(RequestId open) {
        super(Refusal.REQUEST_OPEN, Map.of("requestId", open.toString()));
    }
}
