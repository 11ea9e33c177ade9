package org.licencedesk.seats.change;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** So many users are not changed in one transaction. */
public class TooManyUsers extends RuleViolation {

    /** @param most how many are */
    public TooManyUsers(int most) {
        super(Refusal.TOO_MANY_USERS, Map.of("most", most));
    }
}
