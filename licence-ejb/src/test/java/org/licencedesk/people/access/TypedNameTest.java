package org.licencedesk.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.seats.tenant.Slug;

class TypedNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo", "DEMO", " demo ", "Demo\t", "\u00a0demo\u3000"})
    void a_system_is_one_however_it_is_spelled(String system) {
        assertThat(TypedName.of(system, "anna")).isEqualTo(TypedName.of("demo", "anna"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u00a0"})
    void a_blank_system_is_none(String system) {
        assertThat(TypedName.of(system, "anna").system()).isEmpty();
    }

    // R40
    @ParameterizedTest
    @ValueSource(strings = {"zo\u00eb", " zo\u00eb\t", "\u00a0zoe\u0308\u3000"})
    void a_name_is_one_however_it_was_pasted(String name) {
        assertThat(TypedName.of("demo", name)).isEqualTo(TypedName.of("demo", "zo\u00eb"));
    }

    @Test
    void what_is_too_long_is_cut_off_and_is_still_no_name_that_anybody_has() {
        String longestSlug = "s".repeat(63);
        assertThat(TypedName.of(longestSlug, "a").system()).contains(longestSlug);
        assertThat(Slug.isSlug(TypedName.of("s".repeat(60_000), "a").system().orElseThrow()))
                .isFalse();
        assertThat(TypedName.of("s".repeat(60_000), "a").system().orElseThrow()).hasSize(64);

        String longestAddress = "😀".repeat(254);
        assertThat(new TypedName(Optional.empty(), longestAddress).name()).isEqualTo(longestAddress);
        assertThat(TypedName.of("", "a".repeat(60_000)).name()).hasSize(509);
    }
}
