package org.licencedesk.messages.webhook;

import java.util.Optional;

/**
 * What came of one attempt.
 *
 * @param status the status of the answer, if there was one
 * @param failure why it failed; empty where the address took the message
 */
public record Outcome(Optional<Integer> status, Optional<DeliveryFailure> failure) {

    private static final int GONE = 410;

    /** @return what an answer of that status means */
    static Outcome answered(int status) {
        boolean taken = status >= 200 && status < 300;
        return new Outcome(
                Optional.of(status),
                taken
                        ? Optional.empty()
                        : Optional.of(status == GONE ? DeliveryFailure.STOPPED : DeliveryFailure.REFUSED));
    }

    /** @return an attempt without an answer */
    static Outcome failed(DeliveryFailure failure) {
        return new Outcome(Optional.empty(), Optional.of(failure));
    }

    /** @return whether the address took the message */
    boolean isDelivered() {
        return failure.isEmpty();
    }

    /** @return whether the address wants no message any more */
    boolean isGone() {
        return failure.filter(DeliveryFailure.STOPPED::equals).isPresent();
    }
}
