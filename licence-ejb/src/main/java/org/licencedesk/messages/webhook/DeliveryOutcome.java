package org.licencedesk.messages.webhook;

import java.util.Optional;
import org.licencedesk.platform.outbox.Outcome;

/**
 * What came of one attempt.
 *
 * @param status the status of the answer, if there was one
 * @param failure why it failed; empty where the address took the message
 */
public record DeliveryOutcome(Optional<Integer> status, Optional<DeliveryFailure> failure) implements Outcome {

    private static final int GONE = 410;

    /** @return what an answer of that status means */
    static DeliveryOutcome answered(int status) {
        if (status >= 200 && status < 300) {
            return new DeliveryOutcome(Optional.of(status), Optional.empty());
        }
        DeliveryFailure failure = status == GONE ? DeliveryFailure.STOPPED : DeliveryFailure.REFUSED;
        return new DeliveryOutcome(Optional.of(status), Optional.of(failure));
    }

    /** @return an attempt without an answer */
    static DeliveryOutcome failed(DeliveryFailure failure) {
        return new DeliveryOutcome(Optional.empty(), Optional.of(failure));
    }

    @Override
    public Result result() {
        if (failure.isEmpty()) {
            return Result.DELIVERED;
        }
        if (failure.get() != DeliveryFailure.STOPPED) {
            return Result.FAILED;
        }
        return status.isPresent() ? Result.REFUSED : Result.POINTLESS;
    }

    /** @return whether the address wants no message any more */
    boolean isGone() {
        return result() == Result.REFUSED;
    }
}
