package org.licencedesk.people.access;

import java.time.Duration;
import java.time.Instant;
import org.licencedesk.kernel.TimeSource;

/** A clock that stands still until it is moved on. */
class SteppedClock extends TimeSource {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
