package org.licencedesk.seats.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.kernel.InvalidValue;

class SlugTest {
    @ParameterizedTest
    @ValueSource(strings = {"ab", "a1", "a-b", "a-"})
    void small_letters_digits_and_hyphens(String text) {
        assertThat(new Slug(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "A1", "1a", "-a", "a_b", "a b", "a.b", "ä1", "ab\n", "a/b", "аb"})
    void nothing_else(String text) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Slug(text));
    }

    @Test
    void up_to_63() {
        assertThat(new Slug("a".repeat(63)).text()).hasSize(63);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Slug("a".repeat(64)));
    }

    @Test
    void a_contact_has_name_mail_and_phone() {
        // R2
        assertThat(Contact.checked("Ada", "ada@example.org", "+44 (0) 20 ext. 7")
                        .phone())
                .isEqualTo("+44 (0) 20 ext. 7");
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Contact.checked(" ", "ada@example.org", "1"));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Contact.checked("Ada", "ada", "1"));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Contact.checked("Ada", "a@b", "1".repeat(51)));
    }
}
