package org.licencedesk.people.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"password1", "PassWord1", "12345678", "1qaz2wsx3edc"})
    void none_of_the_commonest(String text) {
        assertThatThrownBy(() -> new Password(text))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.problem())
                        .isEqualTo(InvalidValue.Problem.TOO_COMMON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Renée Müller",
                "reneemuller",
                "muller-1984",
                "rmueller@acme.example",
                "Acme-Tools-7",
                "TOOLS tools"
            })
    void not_mainly_what_others_know_of_its_owner(String text) {
        assertThatThrownBy(() -> new Password(text).requireForeignTo("password", OWNER))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.problem())
                        .isEqualTo(InvalidValue.Problem.KNOWN_NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "acme and the walrus", "licence-tools", "!!!!!!!!", "密码密码密码密码"})
    void a_name_in_it_does_no_harm(String text) {
        assertThatCode(() -> new Password(text).requireForeignTo("password", OWNER))
                .doesNotThrowAnyException();
    }

    private static final AccountOwner OWNER = new AccountOwner(
            "rmueller",
            "Renée Müller",
            Optional.of("rmueller@acme.example"),
            Optional.of("acme"),
            Optional.of("Acme Tools"));
}
