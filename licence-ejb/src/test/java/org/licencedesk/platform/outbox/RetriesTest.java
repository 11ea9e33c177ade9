package org.licencedesk.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.licencedesk.platform.outbox.Retries.Next;
import org.licencedesk.platform.outbox.Retries.Waiting;

class RetriesTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant THIRD = NOW.plus(Duration.ofDays(3));
    private static final Retries RETRIES = new Retries(Duration.ofSeconds(10), 3, Duration.ofMinutes(10));

    @Test
    void nothing_waits() {
        assertThat(Retries.next(List.of(), NOW)).isEqualTo(new Next(Optional.empty(), Optional.empty()));
    }

    @Test
    void the_first_goes_first() {
        Waiting first = fresh();

        assertThat(Retries.next(List.of(first, fresh()), NOW).message()).contains(first.id());
    }

    @Test
    void one_that_failed_less_than_an_hour_ago_holds_back_what_follows() {
        Waiting failed = failed(Duration.ofMinutes(60).minusMillis(1), Duration.ofSeconds(5));

        assertThat(Retries.next(List.of(failed, fresh()), NOW))
                .isEqualTo(new Next(Optional.empty(), Optional.of(NOW.plusSeconds(5))));
    }

    @Test
    void one_that_failed_an_hour_ago_lets_others_pass_but_goes_first_when_it_is_due() {
        Waiting failed = failed(Duration.ofHours(1), Duration.ofSeconds(5));
        Waiting next = fresh();
        Waiting due = failed(Duration.ofHours(1), Duration.ZERO);

        assertThat(Retries.next(List.of(failed, next), NOW).message()).contains(next.id());
        assertThat(Retries.next(List.of(due, next), NOW).message()).contains(due.id());
        assertThat(Retries.next(List.of(failed), NOW).wakeAt()).contains(NOW.plusSeconds(5));
    }

    @Test
    void pauses_grow_to_ten_minutes_and_the_hour_ends_with_an_attempt() {
        Instant tried = NOW;
        int attempts = 1;
        while (tried.isBefore(NOW.plus(Retries.HOLD))) {
            Instant next = RETRIES.again(attempts, NOW, THIRD, tried).orElseThrow();
            assertThat(Duration.between(tried, next)).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(10));
            tried = next;
            attempts++;
        }
        assertThat(tried).isEqualTo(NOW.plus(Retries.HOLD));
        assertThat(attempts).isBetween(8, 15);
        assertThat(RETRIES.again(attempts, NOW, THIRD, tried)).contains(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void it_is_tried_for_three_days_and_no_longer() {
        assertThat(RETRIES.again(80, NOW, THIRD, THIRD.minusMillis(1))).isPresent();
        assertThat(RETRIES.again(80, NOW, THIRD, THIRD)).isEmpty();
    }

    private static Waiting fresh() {
        return new Waiting(UUID.randomUUID(), NOW, Optional.empty());
    }

    private static Waiting failed(Duration ago, Duration dueIn) {
        return new Waiting(UUID.randomUUID(), NOW.plus(dueIn), Optional.of(NOW.minus(ago)));
    }
}
