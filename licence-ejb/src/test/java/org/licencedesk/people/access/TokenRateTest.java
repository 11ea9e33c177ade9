package org.licencedesk.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Role;

class TokenRateTest {

    private final SteppedClock clock = new SteppedClock();

    @Test
    void a_token_may_make_a_thousand_requests_a_second() {
        TokenRate rate = rate(1_000);
        Actor token = token(1);

        assertThat(rate.perSecond()).isEqualTo(1_000);
        assertThat(rate.count(token)).isEqualTo(new TokenRate.Standing(true, 999));
        assertThat(admitted(rate, token, 1_000)).isEqualTo(999);
        assertThat(rate.count(token)).isEqualTo(new TokenRate.Standing(false, 0));
        assertThat(rate.count(token(2)).admitted()).isTrue();
    }

    @Test
    void requests_come_back_evenly_to_the_quota_and_not_beyond() {
        TokenRate rate = rate(1_000);
        Actor token = token(1);
        admitted(rate, token, 1_000);

        clock.pass(Duration.ofMillis(10));
        assertThat(admitted(rate, token, 20)).isEqualTo(10);
        clock.pass(Duration.ofHours(1));
        assertThat(admitted(rate, token, 2_000)).isEqualTo(1_000);
    }

    @Test
    void the_operator_sets_how_many() {
        assertThat(admitted(rate(1), token(1), 5)).isEqualTo(1);
        assertThat(rate(1_000_000).perSecond()).isEqualTo(1_000_000);
    }

    private TokenRate rate(int perSecond) {
        return new TokenRate(clock, perSecond);
    }

    private static long admitted(TokenRate rate, Actor token, int requests) {
        return IntStream.range(0, requests)
                .filter(i -> rate.count(token).admitted())
                .count();
    }

    private static Actor token(long number) {
        return Actor.token(new UUID(0, number), Role.OPERATOR, Optional.empty(), Optional.empty());
    }
}
