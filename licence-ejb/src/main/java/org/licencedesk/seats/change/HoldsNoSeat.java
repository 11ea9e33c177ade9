package org.licencedesk.seats.change;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;

/** A user who was chosen to free a seat holds none (R30). */
public class HoldsNoSeat extends RuleViolation {

    /** Refuses, with what there is to say. */
    public HoldsNoSeat(UserId user) {
        super(Refusal.HOLDS_NO_SEAT, Map.of("userId", user.toString()));
    }
}
