package org.licencedesk.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * In which order the messages of a lane are sent, and when one is tried again. A message that fails holds back those that
 * follow it for an hour; afterwards it is tried every hour, beside them.
 *
 * @param first the pause after the first attempt
 * @param factor how many times longer each pause is than the one before
 * @param longest the longest pause within the hour
 */
public record Retries(Duration first, int factor, Duration longest) {

    /** How long a message holds back the next one. */
    static final Duration HOLD = Duration.ofHours(1);

    private static final Duration PAUSE_LATER = Duration.ofHours(1);

    /** With so many attempts every longest pause is passed. */
    private static final int GROWING = 12;

    /** A message that waits; it has failed for the first time at that instant, if it was tried. */
    record Waiting(UUID id, Instant nextTryAt, Optional<Instant> firstFailedAt) {

        private boolean holds(Instant now) {
            return firstFailedAt.map(failed -> now.isBefore(failed.plus(HOLD))).orElse(true);
        }
    }

    /**
     * What to do for a lane.
     *
     * @param message the message to send now, if there is one
     * @param wakeAt when there will be one, if none is to be sent now and some wait
     */
    record Next(Optional<UUID> message, Optional<Instant> wakeAt) {}

    /** @param waiting the messages that wait, in their order */
    static Next next(List<Waiting> waiting, Instant now) {
        Optional<Instant> wakeAt = Optional.empty();
        for (Waiting each : waiting) {
            if (!each.nextTryAt().isAfter(now)) {
                return new Next(Optional.of(each.id()), Optional.empty());
            }
            wakeAt = Optional.of(wakeAt.filter(each.nextTryAt()::isAfter).orElse(each.nextTryAt()));
            if (each.holds(now)) {
                break;
            }
        }
        return new Next(Optional.empty(), wakeAt);
    }

    /**
     * @param attempts how often it was tried, this time included
     * @param firstFailedAt when it failed for the first time
     * @param until an attempt that fails then or later was the last
     * @return when it is tried again; empty if it is to be parked
     */
    public Optional<Instant> again(int attempts, Instant firstFailedAt, Instant until, Instant now) {
        if (!now.isBefore(until)) {
            return Optional.empty();
        }
        Instant holdEnds = firstFailedAt.plus(HOLD);
        if (!now.isBefore(holdEnds)) {
            return Optional.of(now.plus(PAUSE_LATER));
        }
        Duration pause = first.multipliedBy((long) Math.pow(factor, Math.min(attempts, GROWING) - 1.0));
        Instant next = now.plus(pause.compareTo(longest) < 0 ? pause : longest);
        // Tried once more, first, at the moment at which it lets the others pass.
        return Optional.of(next.isBefore(holdEnds) ? next : holdEnds);
    }
}
