package org.licencedesk.seats.request;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** The request is in a state in which this cannot be done to it (R30). */
public class WrongRequestState extends RuleViolation {

    /** Refuses, with what there is to say. */
    public WrongRequestState(RequestState state) {
        super(Refusal.WRONG_REQUEST_STATE, Map.of("state", state));
    }
}
