package org.licencedesk.seats.change;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;

/** Whoever is to give up a seat holds none, or is no user of the tenant. */
public class NotASeatHolder extends RuleViolation {

    /** @param named who was to give up a seat */
    public NotASeatHolder(UserId named) {
        super(Refusal.NOT_A_SEAT_HOLDER, Map.of("release", named.toString()));
    }
}
