package org.licencedesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.licencedesk.kernel.InvalidValue;

class PasswordTest {

    @Test
    void takes_8_to_128_characters() {
        assertThat(new Password("a".repeat(8)).text()).hasSize(8);
        assertThat(new Password("a".repeat(128)).text()).hasSize(128);
        assertRefused("a".repeat(7));
        assertRefused("a".repeat(129));
    }

    @Test
    void counts_a_character_outside_the_basic_plane_once() {
        assertThat(new Password("🔑".repeat(128)).text()).hasSize(256);
        assertRefused("🔑".repeat(7));
        assertRefused("🔑".repeat(129));
    }

    @Test
    void keeps_blanks_and_refuses_control_characters() {
        assertThat(new Password(" correct horse ").text()).isEqualTo(" correct horse ");
        assertRefused("pass\tword");
        assertRefused("password\u0000");
        assertRefused("password\u0085");
    }

    @Test
    void does_not_show_itself() {
        assertThat(new Password("correct horse").toString()).doesNotContain("horse");
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> new Password(text))
                .isInstanceOfSatisfying(InvalidValue.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("password"));
    }
}
