package org.licencedesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

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
    void compares_also_where_nothing_is_stored() {
        assertThat(hashing.matches("correct horse", Optional.empty())).isFalse();
    }
}
