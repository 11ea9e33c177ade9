package org.licencedesk.seats.profile;

import java.util.Map;
import org.licencedesk.kernel.RuleViolation;

/** The tenant's days have counted for money already, so that nobody moves them any more (R33). */
public class TimeZoneSettled extends RuleViolation {

    /** Refuses. */
    public TimeZoneSettled() {
        super("time-zone-settled", Map.of());
    }
}
