package org.licencedesk.people.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.licencedesk.kernel.TimeSource;

/** So many attempts for each key, which come back evenly over a while; in memory that is bounded in bytes. */
final class Buckets {

    /** What all the buckets of one kind may take. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** A key, its bucket and its place in the cache, measured and rounded up. */
    static final int ENTRY_BYTES = 800;

    private final TimeMeter meter;

    private final int attempts;

    private final Duration allBackIn;

    private final Cache<ThrottleKey, Bucket> buckets;

    /** @param allBackIn how long an empty bucket takes to be full again */
    Buckets(TimeSource time, int attempts, Duration allBackIn) {
        this.meter = new Meter(time);
        this.attempts = attempts;
        this.allBackIn = allBackIn;
        // By then an untouched bucket is full again, and forgetting it changes nothing.
        this.buckets = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((ThrottleKey key, Bucket bucket) -> ENTRY_BYTES)
                .expireAfterAccess(allBackIn.multipliedBy(2))
                .ticker(meter::currentTimeNanos)
                .build();
    }

    Bucket of(ThrottleKey key) {
        return buckets.get(key, any -> Bucket.builder()
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, allBackIn))
                .withCustomTimePrecision(meter)
                .build());
    }

    /**
     * Counts an attempt.
     *
     * @return how long to wait before the next try, or empty if this one may go on
     */
    static Optional<Duration> take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** The one clock as bucket4j reads it. */
    private record Meter(TimeSource time) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, time.now());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
