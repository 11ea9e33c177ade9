package org.licencedesk.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.licencedesk.kernel.UserId;

class SignInThrottleTest {

    private static final ClientAddress HOME = at("192.0.2.1");

    private static final ThrottleKey ANNA = ThrottleKey.of("anna");

    private final SteppedClock clock = new SteppedClock();

    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void lets_five_attempts_at_an_account_from_an_address_pass_and_holds_the_sixth() {
        assertThat(passing(5, ANNA, HOME)).isEqualTo(5);
        assertThat(throttle.begin(ANNA, HOME)).contains(Duration.ofSeconds(30));
    }

    @Test
    void says_how_long_to_wait_and_means_it() {
        passing(5, ANNA, HOME);
        Optional<Duration> wait = throttle.begin(ANNA, HOME);

        clock.pass(wait.orElseThrow().minusMillis(1));
        assertThat(throttle.begin(ANNA, HOME)).contains(Duration.ofMillis(1));
        clock.pass(Duration.ofMillis(1));
        assertThat(throttle.begin(ANNA, HOME)).isEmpty();
    }

    @Test
    void refills_to_five_and_not_beyond() {
        passing(5, ANNA, HOME);
        clock.pass(Duration.ofDays(1));

        assertThat(passing(6, ANNA, HOME)).isEqualTo(5);
    }

    @Test
    void holds_an_account_up_at_that_address_only() {
        passing(6, ANNA, HOME);

        assertThat(throttle.begin(ThrottleKey.of("ben"), HOME)).isEmpty();
        assertThat(throttle.begin(ANNA, at("192.0.2.2"))).isEmpty();
    }

    @Test
    void does_not_count_what_succeeds() {
        for (int i = 0; i < 200; i++) {
            assertThat(throttle.begin(ANNA, HOME)).isEmpty();
            throttle.succeeded(ANNA, HOME);
        }
        assertThat(passing(5, ANNA, HOME)).isEqualTo(5);
    }

    @Test
    void lets_fifty_attempts_from_an_address_pass_whatever_the_accounts() {
        long passed = IntStream.range(0, 60)
                .filter(i -> throttle.begin(ThrottleKey.of("user" + i), HOME).isEmpty())
                .count();

        assertThat(passed).isEqualTo(50);
        assertThat(throttle.begin(ThrottleKey.of("somebody"), HOME)).contains(Duration.ofSeconds(6));
        clock.pass(Duration.ofSeconds(6));
        assertThat(throttle.begin(ThrottleKey.of("somebody"), HOME)).isEmpty();
    }

    @Test
    void takes_all_addresses_of_an_ipv6_network_for_one() {
        passing(3, ANNA, at("2001:db8:1:2::1"));
        passing(2, ANNA, at("2001:db8:1:2:ffff::9"));

        assertThat(throttle.begin(ANNA, at("2001:db8:1:2::7"))).isPresent();
        assertThat(throttle.begin(ANNA, at("2001:db8:1:3::7"))).isEmpty();
    }

    @Test
    void lets_a_hundred_attempts_at_an_account_pass_from_everywhere_together() {
        assertThat(guessesFromManyPlaces()).isEqualTo(100);
        assertThat(throttle.begin(ANNA, HOME)).contains(Duration.ofSeconds(36));
        clock.pass(Duration.ofSeconds(36));
        assertThat(throttle.begin(ANNA, HOME)).isEmpty();
    }

    @Test
    void never_keeps_the_owner_out_of_where_they_signed_in_before() {
        throttle.begin(ANNA, HOME);
        throttle.succeeded(ANNA, HOME);
        guessesFromManyPlaces();

        assertThat(passing(6, ANNA, HOME)).isEqualTo(5);
    }

    @Test
    void an_attempt_that_is_held_does_not_count_elsewhere() {
        passing(100, ANNA, HOME);

        assertThat(IntStream.range(0, 45)
                        .filter(i ->
                                throttle.begin(ThrottleKey.of("user" + i), HOME).isEmpty())
                        .count())
                .isEqualTo(45);
    }

    private long passing(int attempts, ThrottleKey account, ClientAddress address) {
        return IntStream.range(0, attempts)
                .filter(i -> throttle.begin(account, address).isEmpty())
                .count();
    }

    private long guessesFromManyPlaces() {
        return IntStream.range(0, 150)
                .filter(i -> throttle.begin(ANNA, at("198.51.100." + i)).isEmpty())
                .count();
    }

    @Test
    void counts_a_browser_that_signed_in_before_for_itself_wherever_it_is() {
        Device browser = device(1);

        assertThat(IntStream.range(0, 6).filter(i -> throttle.mayTry(browser)).count())
                .isEqualTo(5);
        assertThat(throttle.mayTry(device(2))).isTrue();
        clock.pass(Duration.ofSeconds(30).minusMillis(1));
        assertThat(throttle.mayTry(browser)).isFalse();
        clock.pass(Duration.ofMillis(1));
        assertThat(throttle.mayTry(browser)).isTrue();
    }

    @Test
    void takes_back_of_a_browser_that_succeeds_what_was_counted_and_not_more() {
        for (int i = 0; i < 60; i++) {
            throttle.arrive(HOME);
        }
        throttle.mayTry(device(1));
        throttle.succeeded(device(1), HOME, false);

        assertThat(IntStream.range(0, 6).filter(i -> throttle.mayTry(device(1))).count())
                .isEqualTo(5);
        assertThat(throttle.arrive(HOME)).isPresent();
        throttle.succeeded(device(1), HOME, true);
        assertThat(throttle.arrive(HOME)).isEmpty();
    }

    private static Device device(long number) {
        return new Device(new ThrottleKey(number, 0), new SignedIn(AccountId.of(UserId.create()), ""));
    }

    private static ClientAddress at(String address) {
        return ClientAddress.parse(address).orElseThrow();
    }
}
