package org.licencedesk.seats.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;

/**
 * Asks for a lower maximum.
 *
 * @param maximum the number of seats wanted, from 1
 * @param effectiveOn a coming renewal date; the next one if none is given
 * @param deactivate the users who are to become Inactive on the date, at most {@link #MOST_USERS}
 */
public record RequestReduction(
        TenantId tenant,
        int maximum,
        Optional<LocalDate> effectiveOn,
        Reason reason,
        List<UserId> deactivate,
        Actor actor) {

    /** How many users can be chosen. */
    public static final int MOST_USERS = 1_000;

    /** @throws InvalidValue if the number is below 1, or a user is chosen twice, or too many are */
    public RequestReduction {
        if (maximum < 1) {
            throw new InvalidValue("maximum", InvalidValue.Problem.OUT_OF_RANGE);
        }
        if (deactivate.size() > MOST_USERS) {
            throw new InvalidValue("deactivate", InvalidValue.Problem.TOO_LONG);
        }
        if (Set.copyOf(deactivate).size() < deactivate.size()) {
            throw new InvalidValue("deactivate", InvalidValue.Problem.NOT_IN_FORM);
        }
        deactivate = List.copyOf(deactivate);
    }
}
