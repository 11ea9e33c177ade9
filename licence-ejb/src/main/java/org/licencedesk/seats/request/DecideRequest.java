package org.licencedesk.seats.request;

import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.Text;

/**
 * The account manager's decision on a request.
 *
 * @param maximum what a counter offers instead of the number asked for; a counter offers another number, another date,
 *     or both
 * @param effectiveOn what a counter offers instead of the date asked for, a coming renewal date
 * @param message what the account manager has to say, up to 1000 characters
 */
public record DecideRequest(
        TenantId tenant,
        RequestId request,
        Decision decision,
        Optional<Integer> maximum,
        Optional<LocalDate> effectiveOn,
        Optional<String> message,
        Actor actor) {

    /** What an account manager can decide. */
    public enum Decision {
        ACCEPT,
        DECLINE,
        COUNTER
    }

    /**
     * @throws InvalidValue if a number or a date comes with anything but a counter, or none with a counter, or the message
     *     cannot be one
     */
    public DecideRequest {
        boolean counters = decision == Decision.COUNTER;
        if (maximum.isPresent() && (!counters || maximum.get() < 1)) {
            throw new InvalidValue("maximum", Problem.OUT_OF_RANGE);
        }
        if (effectiveOn.isPresent() && !counters) {
            throw new InvalidValue("effectiveOn", Problem.OUT_OF_RANGE);
        }
        if (counters && maximum.isEmpty() && effectiveOn.isEmpty()) {
            throw new InvalidValue("maximum", Problem.BLANK);
        }
        message.ifPresent(DecideRequest::requireMessage);
    }

    /** @throws InvalidValue if the text cannot be what the account manager says to a decision, 1 to 1000 characters */
    public static void requireMessage(String text) {
        Text.line("message", text, Reason.LONGEST);
    }
}
