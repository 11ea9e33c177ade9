package org.licencedesk.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.TimeSource;

/**
 * Slows guessing down: by account and address, by address, and by account. Every bound refills all the time, so nobody
 * is locked out for good, and attempts that succeed do not count. An address from which an account was signed in before
 * is not held to the account's own bound, so that strangers who guess cannot keep its owner out. Each node counts for
 * itself, in bounded memory.
 */
@ApplicationScoped
public class SignInThrottle {

    private static final int KEPT = 100_000;

    /** By then an untouched bucket is full again, and forgetting it changes nothing. */
    private static final Duration REFILLED = Duration.ofHours(2);

    private final Cache<String, Bucket> byAccountAndAddress;
    private final Cache<String, Bucket> byAddress;
    private final Cache<String, Bucket> byAccount;
    private final Cache<String, Boolean> familiar =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private final TimeMeter meter;

    /** Counts by the one clock. */
    @Inject
    public SignInThrottle(TimeSource time) {
        meter = new Meter(time);
        byAccountAndAddress = buckets();
        byAddress = buckets();
        byAccount = buckets();
    }

    /** For the container's proxy, which holds nothing itself. */
    @SuppressWarnings("NullAway")
    protected SignInThrottle() {
        this(new TimeSource());
    }

    private Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterAccess(REFILLED)
                .ticker(meter::currentTimeNanos)
                .build();
    }

    /**
     * Counts an attempt that begins now.
     *
     * @param account any text that stands for the account that is tried, whether or not it exists
     * @param address the network address that the attempt comes from
     * @return how long to wait before the next try, or empty if this one may go on
     */
    public Optional<Duration> begin(String account, String address) {
        List<Bucket> counted = new ArrayList<>();
        for (Bucket bucket : applying(account, address)) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                counted.forEach(earlier -> earlier.addTokens(1));
                return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
            counted.add(bucket);
        }
        return Optional.empty();
    }

    /** Takes back what {@link #begin} counted for the attempt, and remembers that the account is at home there. */
    public void succeeded(String account, String address) {
        applying(account, address).forEach(bucket -> bucket.addTokens(1));
        familiar.put(pair(account, address), true);
    }

    private List<Bucket> applying(String account, String address) {
        String pair = pair(account, address);
        List<Bucket> buckets = new ArrayList<>();
        buckets.add(byAddress.get(ClientNetwork.of(address), key -> bucket(50, Duration.ofSeconds(6))));
        buckets.add(byAccountAndAddress.get(pair, key -> bucket(5, Duration.ofSeconds(30))));
        if (familiar.getIfPresent(pair) == null) {
            buckets.add(byAccount.get(account, key -> bucket(100, Duration.ofSeconds(36))));
        }
        return buckets;
    }

    private static String pair(String account, String address) {
        return ClientNetwork.of(address) + " " + account;
    }

    private Bucket bucket(int attempts, Duration oneMoreEvery) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(1, oneMoreEvery))
                .withCustomTimePrecision(meter)
                .build();
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
