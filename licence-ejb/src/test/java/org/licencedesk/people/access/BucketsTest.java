package org.licencedesk.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final int MANY = 100_000;

    private final Buckets buckets = new Buckets(new SteppedClock(), 5, Duration.ofSeconds(150));

    @Test
    void take_no_more_memory_than_they_may_however_many_keys_there_are() {
        fill(0);
        long before = used();

        for (int round = 1; round <= 3; round++) {
            fill(round);
        }

        assertThat(used() - before).isLessThan(Buckets.MOST_BYTES / 4);
        assertThat(before - used()).isLessThan(Buckets.MOST_BYTES);
    }

    @Test
    void an_entry_takes_no_more_than_it_is_counted_for() {
        int kept = Buckets.MOST_BYTES / Buckets.ENTRY_BYTES;
        long before = used();

        for (int i = 0; i < kept; i++) {
            buckets.of(new ThrottleKey(i, 0)).tryConsume(1);
        }

        assertThat((used() - before) / kept).isBetween(100L, (long) Buckets.ENTRY_BYTES);
        assertThat(buckets.of(new ThrottleKey(kept - 1, 0)).getAvailableTokens())
                .isEqualTo(4);
    }

    private void fill(int round) {
        for (int i = 0; i < MANY; i++) {
            buckets.of(new ThrottleKey(i, round)).tryConsume(1);
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
