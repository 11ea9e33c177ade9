package org.licencedesk.people.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** Somebody tried to sign in too often; it goes on after a while, by itself. */
public class TooManyAttempts extends RuleViolation {

    private final long retryAfter;

    /** Refuses, and says how long to wait. */
    public TooManyAttempts(Duration wait) {
        this(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private TooManyAttempts(long seconds) {
        super(Refusal.TOO_MANY_ATTEMPTS, Map.of("retryAfter", seconds));
        this.retryAfter = seconds;
    }

    /** @throws TooManyAttempts if there is something to wait for */
    public static void refuse(Optional<Duration> wait) {
        wait.ifPresent(time -> {
            throw new TooManyAttempts(time);
        });
    }

    /** @return how long to wait, in whole seconds, from 1 */
    public long retryAfter() {
        return retryAfter;
    }
}
