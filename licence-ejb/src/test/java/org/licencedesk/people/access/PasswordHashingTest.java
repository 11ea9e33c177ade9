package org.licencedesk.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing();

    @Test
    void is_argon2id_at_the_strength_that_owasp_asks_for() {
        assertThat(hashing.hash(new Password("correct horse"))).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void knows_the_password_again_and_no_other() {
        Optional<String> stored = Optional.of(hashing.hash(new Password("correct horse")));

        assertThat(hashing.matches("correct horse", stored)).isTrue();
        assertThat(hashing.matches("correct Horse", stored)).isFalse();
        assertThat(hashing.matches("", stored)).isFalse();
    }

    @Test
    void knows_a_password_that_the_reference_implementation_hashed() {
        String stored =
                "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$rk2Mi3E4dgRMg0fHaYaptWVZRKqs//6b6k3/nntqGJk";

        assertThat(hashing.matches("correct horse", Optional.of(stored))).isTrue();
        assertThat(hashing.matches("correct house", Optional.of(stored))).isFalse();
    }

    @Test
    void salts_each_hash_and_fits_the_column() {
        String first = hashing.hash(new Password("correct horse"));
        String second = hashing.hash(new Password("correct horse"));

        assertThat(first).isNotEqualTo(second).hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void takes_an_accented_letter_in_either_form_of_unicode() {
        Optional<String> stored = Optional.of(hashing.hash(new Password("caf\u00e9 au lait")));

        assertThat(hashing.matches("cafe\u0301 au lait", stored)).isTrue();
    }

    @Test
    void keeps_its_working_memory_so_that_a_rush_of_sign_ins_does_not_keep_the_collector_busy() {
        Password password = new Password("correct horse");
        IntStream.rangeClosed(0, Runtime.getRuntime().availableProcessors()).forEach(turn -> hashing.hash(password));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        hashing.hash(password);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4L * 1024 * 1024);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 512, 2",
        "4, 512, 3",
        "64, 512, 3",
        "64, 304, 2",
        "64, 303, 1",
        "64, 64, 1",
        "1, 4096, 1",
        "64, 4096, 26"
    })
    void hashes_as_many_at_once_as_processors_and_an_eighth_of_the_heap_hold(
            int processors, long megabytes, int turns) {
        assertThat(PasswordHashing.turns(processors, megabytes * 1024 * 1024)).isEqualTo(turns);
    }

    @Test
    void compares_also_where_nothing_is_stored() {
        assertThat(hashing.matches("correct horse", Optional.empty())).isFalse();
    }

    @Test
    void takes_whatever_a_keyboard_makes_of_the_longest_password_and_nothing_longer_for_one() {
        String longest = "\u1f82".repeat(128);
        String composed = "\u03b1\u0313\u0300\u0345".repeat(128);
        Optional<String> stored = Optional.of(hashing.hash(new Password(longest)));

        assertThat(hashing.matches(composed, stored)).isTrue();
        assertThat(hashing.matches("x".repeat(1_024), stored)).isFalse();
        assertThat(Password.canBeTyped("x".repeat(1_024))).isTrue();
        assertThat(Password.canBeTyped("x".repeat(1_025))).isFalse();
        assertThat(hashing.matches("x".repeat(60_000), stored)).isFalse();
    }
}
