package org.licencedesk.messages.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * In which order an address gets its messages, and when one is tried again. A message that fails holds back those that
 * follow it for an hour; it goes on being tried for three days, and is then parked.
 */
final class Retries {

    /** How long a message holds back the next one. */
    static final Duration HOLD = Duration.ofHours(1);

    /** How long a message is tried. */
    static final Duration RETRY_WINDOW = Duration.ofDays(3);

    /** More messages than this never fail beside each other: each of them is an hour younger than the one before. */
    static final int AT_ONCE = 100;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE_WHILE_HOLDING = Duration.ofMinutes(10);

    private static final Duration PAUSE_LATER = Duration.ofHours(1);

    private Retries() {}

    /** A message that waits; it has failed for the first time at that instant, if it was tried. */
    record Waiting(UUID id, Instant nextTryAt, Optional<Instant> firstFailedAt) {

        private boolean holds(Instant now) {
            return firstFailedAt.map(failed -> now.isBefore(failed.plus(HOLD))).orElse(true);
        }
    }

    /**
     * What to do for an address.
     *
     * @param message the message to send now, if there is one
     * @param wakeAt when there will be one, if none is to be sent now and some wait
     */
    record Turn(Optional<UUID> message, Optional<Instant> wakeAt) {}

    /** @param waiting the messages that wait, in their order */
    static Turn next(List<Waiting> waiting, Instant now) {
        Optional<Instant> wakeAt = Optional.empty();
        for (Waiting each : waiting) {
            if (!each.nextTryAt().isAfter(now)) {
                return new Turn(Optional.of(each.id()), Optional.empty());
            }
            wakeAt = earlier(wakeAt, each.nextTryAt());
            if (each.holds(now)) {
                return new Turn(Optional.empty(), wakeAt);
            }
        }
        return new Turn(Optional.empty(), wakeAt);
    }

    /**
     * @param attempts how often it was tried, this time included
     * @param firstFailedAt when it failed for the first time
     * @return when it is tried again; empty if it is to be parked
     */
    static Optional<Instant> again(int attempts, Instant firstFailedAt, Instant now) {
        if (!now.isBefore(firstFailedAt.plus(RETRY_WINDOW))) {
            return Optional.empty();
        }
        Instant holdEnds = firstFailedAt.plus(HOLD);
        if (!now.isBefore(holdEnds)) {
            return Optional.of(now.plus(PAUSE_LATER));
        }
        Duration pause = FIRST_PAUSE.multipliedBy((long) Math.pow(3, Math.min(attempts, 5) - 1.0));
        Instant next = now.plus(pause.compareTo(LONGEST_PAUSE_WHILE_HOLDING) < 0 ? pause : LONGEST_PAUSE_WHILE_HOLDING);
        // Tried once more, first, at the moment at which it lets the others pass.
        return Optional.of(next.isBefore(holdEnds) ? next : holdEnds);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Instant other) {
        return Optional.of(one.filter(instant -> instant.isBefore(other)).orElse(other));
    }
}
