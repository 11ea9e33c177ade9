package org.licencedesk.people.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.licencedesk.kernel.TimeSource;

/**
 * Bounds how many links are asked for: by address, which is asked first, by the name that is typed, and for an account,
 * however it was named, so that nobody's mailbox is filled. In memory that is bounded in bytes.
 */
@ApplicationScoped
public class LinkThrottle {

    private final Buckets byAddress;
    private final Buckets byName;
    private final Buckets byAccount;

    /** Counts by the one clock. */
    @Inject
    public LinkThrottle(TimeSource time) {
        byAddress = new Buckets(time, 20, Duration.ofMinutes(10));
        byName = new Buckets(time, 3, Duration.ofMinutes(30));
        byAccount = new Buckets(time, 3, Duration.ofMinutes(30));
    }

    /** For the container's proxy, which holds nothing itself. */
    @SuppressWarnings("NullAway")
    protected LinkThrottle() {
        this(new TimeSource());
    }

    /**
     * Counts that a link is asked for from the address.
     *
     * @return how long to wait before the next try, or empty if this one may go on
     */
    Optional<Duration> arrive(ClientAddress address) {
        return Buckets.take(byAddress.of(address.network()));
    }

    /**
     * Counts that a link is asked for in the name, whether or not it is an account's.
     *
     * @return how long to wait before the next try, or empty if this one may go on
     */
    Optional<Duration> ask(ThrottleKey name) {
        return Buckets.take(byName.of(name));
    }

    /** @return whether a link may be sent to the account now; if so it is counted */
    boolean maySend(AccountId account) {
        return Buckets.take(byAccount.of(account.key())).isEmpty();
    }
}
