package org.licencedesk.people.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.TimeSource;

/**
 * Slows guessing down: by address, by account and address, and by account. Every bound refills all the time, so nobody is
 * locked out for good, and attempts that succeed do not count. The address is asked first, and for an attempt that it
 * refuses nothing is made or looked up. An address from which an account was signed in before is not held to the
 * account's own bound, and a browser that signed in to it is held to neither, but to a bound of its own: so strangers who
 * guess cannot keep the owner out. Each node counts for itself, in memory that is bounded in bytes.
 */
@ApplicationScoped
public class SignInThrottle {

    /** A key and its place in the cache, measured and rounded up. */
    private static final int FAMILIAR_BYTES = 160;

    private final Buckets byAddress;
    private final Buckets byAccountAndAddress;
    private final Buckets byAccount;
    private final Buckets byDevice;
    private final Cache<ThrottleKey, Boolean> familiar = Caffeine.newBuilder()
            .maximumWeight(Buckets.MOST_BYTES)
            .weigher((ThrottleKey pair, Boolean yes) -> FAMILIAR_BYTES)
            .build();

    /** Counts by the one clock. */
    @Inject
    public SignInThrottle(TimeSource time) {
        byAddress = new Buckets(time, 50, Duration.ofMinutes(5));
        byAccountAndAddress = new Buckets(time, 5, Duration.ofSeconds(150));
        byAccount = new Buckets(time, 100, Duration.ofHours(1));
        byDevice = new Buckets(time, 5, Duration.ofSeconds(150));
    }

    /** For the container's proxy, which holds nothing itself. */
    @SuppressWarnings("NullAway")
    protected SignInThrottle() {
        this(new TimeSource());
    }

    /**
     * Counts an attempt that begins now, by its address and then by its account.
     *
     * @param account stands for the account that is tried
     * @param address the network address that the attempt comes from
     * @return how long to wait before the next try, or empty if this one may go on
     */
    public Optional<Duration> begin(ThrottleKey account, ClientAddress address) {
        return arrive(address).or(() -> goOn(account, address));
    }

    /** Counts an attempt at its address, whatever it tries. */
    Optional<Duration> arrive(ClientAddress address) {
        return Buckets.take(byAddress.of(address.network()));
    }

    /** Counts an attempt that its address let pass at the account that it tries; one that is held counts nowhere. */
    Optional<Duration> goOn(ThrottleKey account, ClientAddress address) {
        List<Bucket> counted = new ArrayList<>();
        counted.add(byAddress.of(address.network()));
        for (Bucket bucket : beyondAddress(account, address)) {
            Optional<Duration> wait = Buckets.take(bucket);
            if (wait.isPresent()) {
                counted.forEach(earlier -> earlier.addTokens(1));
                return wait;
            }
            counted.add(bucket);
        }
        return Optional.empty();
    }

    /** @return whether the browser may try without regard to its address and the account's bound; if so it is counted */
    boolean mayTry(Device device) {
        return Buckets.take(byDevice.of(device.key())).isEmpty();
    }

    /** Takes back what was counted for the attempt, and remembers that the account is at home there. */
    public void succeeded(ThrottleKey account, ClientAddress address) {
        byAddress.of(address.network()).addTokens(1);
        beyondAddress(account, address).forEach(bucket -> bucket.addTokens(1));
        familiar.put(account.and(address.network()), true);
    }

    /**
     * Takes back what was counted for the attempt of the browser.
     *
     * @param addressPassed whether the address let the attempt pass too, and counted it
     */
    void succeeded(Device device, ClientAddress address, boolean addressPassed) {
        byDevice.of(device.key()).addTokens(1);
        if (addressPassed) {
            byAddress.of(address.network()).addTokens(1);
        }
    }

    private List<Bucket> beyondAddress(ThrottleKey account, ClientAddress address) {
        ThrottleKey pair = account.and(address.network());
        List<Bucket> buckets = new ArrayList<>();
        buckets.add(byAccountAndAddress.of(pair));
        if (familiar.getIfPresent(pair) == null) {
            buckets.add(byAccount.of(account));
        }
        return buckets;
    }
}
