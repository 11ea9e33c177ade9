package org.licencedesk.seats.change;

import java.util.Optional;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.directory.User;

/**
 * What becomes of one of many users.
 *
 * @param id who was meant
 * @param user the user, unless there is none of that identity
 * @param result what becomes of them
 * @param refusal why they are left as they are, where they are refused
 */
public record BulkOutcome(UserId id, Optional<User> user, Result result, Optional<RuleViolation> refusal) {

    /** What becomes of a user. */
    public enum Result {
        CHANGED,
        UNCHANGED,
        REFUSED
    }
}
