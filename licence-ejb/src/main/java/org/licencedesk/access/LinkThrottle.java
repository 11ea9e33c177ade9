package org.licencedesk.access;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.licencedesk.kernel.TimeSource;

/** Bounds how many links are asked for: by an address, and for an account, so that nobody's mailbox is filled. */
@ApplicationScoped
public class LinkThrottle {

    private final Buckets byAddress;
    private final Buckets byAccount;

    /** Counts by the one clock. */
    @Inject
    public LinkThrottle(TimeSource time) {
        byAddress = new Buckets(time, 20, Duration.ofSeconds(30));
        byAccount = new Buckets(time, 3, Duration.ofMinutes(10));
    }

    /** For the container's proxy, which holds nothing itself. */
    @SuppressWarnings("NullAway")
    protected LinkThrottle() {
        this(new TimeSource());
    }

    /**
     * Counts that a link is asked for.
     *
     * @param account any text that stands for the account, whether or not it exists
     * @param address the network address that asks
     * @return how long to wait before the next try, or empty if this one may go on
     */
    public Optional<Duration> begin(String account, String address) {
        ConsumptionProbe here = byAddress.of(ClientNetwork.of(address)).tryConsumeAndReturnRemaining(1);
        ConsumptionProbe probe = here.isConsumed() ? byAccount.of(account).tryConsumeAndReturnRemaining(1) : here;
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
