package org.licencedesk.web.resilience;

import java.time.Duration;
import java.util.function.Supplier;

/** What a call returned, and how long it took. */
record Timed<T>(T result, Duration took) {

    static <T> Timed<T> of(Supplier<T> call) {
        long begin = System.nanoTime();
        T result = call.get();
        return new Timed<>(result, Duration.ofNanos(System.nanoTime() - begin));
    }
}
