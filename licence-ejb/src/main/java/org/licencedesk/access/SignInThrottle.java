package org.licencedesk.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
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

    private final Buckets byAccountAndAddress;
    private final Buckets byAddress;
    private final Buckets byAccount;
    private final Cache<String, Boolean> familiar =
            Caffeine.newBuilder().maximumSize(Buckets.KEPT).build();

    /** Counts by the one clock. */
    @Inject
    public SignInThrottle(TimeSource time) {
        byAccountAndAddress = new Buckets(time, 5, Duration.ofSeconds(30));
        byAddress = new Buckets(time, 50, Duration.ofSeconds(6));
        byAccount = new Buckets(time, 100, Duration.ofSeconds(36));
    }

    /** For the container's proxy, which holds nothing itself. */
    @SuppressWarnings("NullAway")
    protected SignInThrottle() {
        this(new TimeSource());
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
        buckets.add(byAddress.of(ClientNetwork.of(address)));
        buckets.add(byAccountAndAddress.of(pair));
        if (familiar.getIfPresent(pair) == null) {
            buckets.add(byAccount.of(account));
        }
        return buckets;
    }

    private static String pair(String account, String address) {
        return ClientNetwork.of(address) + " " + account;
    }
}
