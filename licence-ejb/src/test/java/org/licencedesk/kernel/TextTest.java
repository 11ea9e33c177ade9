package org.licencedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.kernel.InvalidValue.Problem;

class TextTest {
    @Test
    void counts_characters_as_people_do() {
        String faces = "\uD83D\uDE00".repeat(10);
        assertThat(Text.line("name", faces, 10)).isEqualTo(faces);
        assertThat(problemOf(faces, 9)).isEqualTo(Problem.TOO_LONG);
        assertThat(problemOf("席".repeat(11), 10)).isEqualTo(Problem.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u2003"})
    void blank_is_nothing(String blank) {
        assertThat(problemOf(blank, 10)).isEqualTo(Problem.BLANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "a\nb", "a\tb", "\u007Fa", "a\u0085", "\uD83D", "a\uDE00b"})
    void control_characters_and_half_characters_are_refused(String text) {
        assertThat(problemOf(text, 10)).isEqualTo(Problem.CONTROL_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u062D\u0645\u062F",
                "\u05D3\u05E0\u05D4 \u200Ea",
                "Zoë",
                "Zoe\u0308",
                " a ",
                "O'Brien %_!\\",
                "\uD83E\uDEBD"
            })
    void everything_else_is_kept_as_typed(String text) {
        assertThat(Text.line("name", text, 20)).isEqualTo(text);
    }

    @Test
    void an_optional_line_may_be_blank_but_not_longer() {
        assertThat(Text.optionalLine("name", "", 3)).isEmpty();
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Text.optionalLine("name", "abcd", 3));
    }

    private static Problem problemOf(String text, int most) {
        try {
            Text.line("name", text, most);
        } catch (InvalidValue refused) {
            return refused.problem();
        }
        throw new AssertionError("Accepted: " + text);
    }
}
