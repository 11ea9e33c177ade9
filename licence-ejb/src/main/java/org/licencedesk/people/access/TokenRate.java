package org.licencedesk.people.access;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ActorKind;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.Settings;

/**
 * Bounds how many requests a second a token may make, {@code licence.api.rate} of them, 1 000 where that is not set. They
 * come back evenly. Each node counts for itself, in memory that is bounded in bytes.
 */
@ApplicationScoped
public class TokenRate {

    private final int perSecond;

    private final Buckets byToken;

    /**
     * How things stand with a token after one request more.
     *
     * @param admitted whether the request may go on
     * @param remaining how many more may come at once, from 0
     */
    public record Standing(boolean admitted, long remaining) {}

    /** Reads the setting, and counts by the one clock. */
    @Inject
    public TokenRate(TimeSource time) {
        this(time, Settings.ofProcess().wholeNumber("licence.api.rate"));
    }

    TokenRate(TimeSource time, int perSecond) {
        this.perSecond = perSecond;
        byToken = new Buckets(time, perSecond, Duration.ofSeconds(1));
    }

    /** For the container's proxy, which holds nothing itself. */
    @SuppressWarnings("NullAway")
    protected TokenRate() {
        this(new TimeSource(), 1);
    }

    /** @return how many requests a second a token may make */
    public int perSecond() {
        return perSecond;
    }

    /** Counts a request of the token. */
    public Standing count(Actor token) {
        ThrottleKey key = ActorKind.TOKEN
                .idIn(token.label())
                .map(ThrottleKey::of)
                .orElseThrow(() -> new IllegalArgumentException("No token: " + token.label()));
        ConsumptionProbe probe = byToken.of(key).tryConsumeAndReturnRemaining(1);
        return new Standing(probe.isConsumed(), probe.getRemainingTokens());
    }
}
