package org.licencedesk.harness;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import org.licencedesk.kernel.TimeSource;

/** A clock that stands still until a test sets it, also backwards. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SetClock extends TimeSource {
    private volatile Instant now = Instant.parse("2026-03-10T09:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    /** Sets it. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Moves it on, or back if the time is negative. */
    public void pass(Duration time) {
        now = now.plus(time);
    }
}
