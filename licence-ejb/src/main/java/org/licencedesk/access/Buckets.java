package org.licencedesk.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.licencedesk.kernel.TimeSource;

/** So many attempts for each key, and one more after each while; in bounded memory. */
final class Buckets {

    static final int KEPT = 100_000;

    private final TimeMeter meter;

    private final int attempts;

    private final Duration oneMoreEvery;

    private final Cache<String, Bucket> buckets;

    Buckets(TimeSource time, int attempts, Duration oneMoreEvery) {
        this.meter = new Meter(time);
        this.attempts = attempts;
        this.oneMoreEvery = oneMoreEvery;
        // By then an untouched bucket is full again, and forgetting it changes nothing.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterAccess(oneMoreEvery.multipliedBy(2L * attempts))
                .ticker(meter::currentTimeNanos)
                .build();
    }

    Bucket of(String key) {
        return buckets.get(key, any -> Bucket.builder()
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(1, oneMoreEvery))
                .withCustomTimePrecision(meter)
                .build());
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
