package org.licencedesk.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The one clock. Doors and use cases read it once and pass the instant on as an argument. */
@ApplicationScoped
public class TimeSource {

    /** @return the present instant, to the microsecond that the database keeps */
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
