package org.licencedesk.web.bench;

import java.time.Duration;
import java.util.Arrays;

/** How long each of many calls took, in nanoseconds. One thread adds to it at a time. */
final class Timings {

    private long[] nanos = new long[1024];

    private int count;

    private long elapsedNanos;

    void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = took;
    }

    /** Adds calls that were made afterwards, and the time within which they were made. */
    void add(Timings later) {
        addAll(later);
        elapsedNanos += later.elapsedNanos;
    }

    /** Adds calls that were made at the same time. */
    void addAll(Timings others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    /** Notes that the calls were made within such a time more. */
    void during(Duration time) {
        elapsedNanos += time.toNanos();
    }

    int count() {
        return count;
    }

    double perSecond() {
        return count * 1e9 / elapsedNanos;
    }

    /** The time within which that part of the calls was done, from 0 to 1, in milliseconds. */
    double millis(double part) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[Math.min(count - 1, (int) Math.ceil(part * count) - 1)] / 1e6;
    }
}
