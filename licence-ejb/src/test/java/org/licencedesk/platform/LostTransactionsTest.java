package org.licencedesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LostTransactionsTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LostTransactions lost = new LostTransactions();

    @Test
    void tells_the_first_at_once_and_the_others_together_once_a_minute() {
        assertThat(lost.note(7)).hasValueSatisfying(line -> assertThat(line).startsWith("A transaction lost"));
        assertThat(lost.note(8)).isEmpty();
        assertThat(lost.note(6 + MINUTE)).isEmpty();
        assertThat(lost.note(7 + MINUTE))
                .hasValueSatisfying(line -> assertThat(line).startsWith("3 transactions lost to others"));
        assertThat(lost.note(7 + MINUTE)).isEmpty();
    }
}
