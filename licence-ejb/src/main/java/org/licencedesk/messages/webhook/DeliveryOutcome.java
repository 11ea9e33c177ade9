package org.licencedesk.messages.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.platform.outbox.Outcome;

/**
 * What came of one attempt.
 *
 * @param status the status of the answer, if there was one
 * @param failure why it failed; empty where the address took the message
 * @param pause how long the address asks to be left alone, a day at most
 */
public record DeliveryOutcome(Optional<Integer> status, Optional<DeliveryFailure> failure, Optional<Duration> pause)
        implements Outcome {

    private static final int GONE = 410;

    /** Too many requests, or out of service: what {@code Retry-After} is heeded with. */
    private static final Set<Integer> LATER = Set.of(429, 503);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** @return what an answer of that status means */
    static DeliveryOutcome answered(int status) {
        return answered(status, Optional.empty());
    }

    /**
     * @param retryAfter how long after the answer it says to try again
     * @return what an answer of that status means
     */
    static DeliveryOutcome answered(int status, Optional<Duration> retryAfter) {
        if (status >= 200 && status < 300) {
            return new DeliveryOutcome(Optional.of(status), Optional.empty(), Optional.empty());
        }
        DeliveryFailure failure = status == GONE ? DeliveryFailure.STOPPED : DeliveryFailure.REFUSED;
        Optional<Duration> pause = retryAfter
                .filter(wanted -> LATER.contains(status) && !wanted.isNegative() && !wanted.isZero())
                .map(wanted -> wanted.compareTo(LONGEST_PAUSE) < 0 ? wanted : LONGEST_PAUSE);
        return new DeliveryOutcome(Optional.of(status), Optional.of(failure), pause);
    }

    /** @return an attempt without an answer */
    static DeliveryOutcome failed(DeliveryFailure failure) {
        return new DeliveryOutcome(Optional.empty(), Optional.of(failure), Optional.empty());
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
