package org.licencedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    // R40
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "pat | pat",
                " pat|pat",
                "\u00A0pat\u3000\u2003|pat",
                "\u2028pat\u205F|pat",
                "Zoe\u0308|Zo\u00EB",
                "a  b|a  b",
                "a\u200Bb|a\u200Bb",
                "\u202Etac\u200F|\u202Etac\u200F",
                "\u1100\u1161|\uAC00"
            })
    void a_name_is_kept_composed_and_without_white_space_at_its_ends(String typed, String kept) {
        assertThat(Text.name("name", typed)).isEqualTo(kept.strip());
    }

    // R40
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "\u2003\u3000",
                "\u200B",
                "\uFEFF",
                "\u00AD",
                "\u034F",
                "\u200E\u202E",
                "\u2800",
                "\u115F",
                "\u1160",
                "\u3164",
                "\uFFA0",
                "\uFE0F",
                "\uE000",
                "\uFFFF",
                "\uDB40\uDC61",
                "\uD834\uDD59"
            })
    void a_name_that_shows_nothing_is_none(String name) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Text.name("name", name))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.BLANK));
    }

    // R40
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "\u0301",
                ".",
                "\u2605",
                "\uD83D\uDE00",
                "\u05D0",
                "\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u115F\u1161",
                "\u2800\u2801"
            })
    void a_name_of_one_character_that_shows_is_one(String name) {
        assertThat(Text.name("name", name)).isEqualTo(name);
    }

    // R40
    @Test
    void a_name_is_measured_as_it_is_kept() {
        assertThat(Text.name("name", " " + "e\u0301".repeat(10) + "\u00A0", 10)).isEqualTo("\u00E9".repeat(10));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Text.name("name", "e\u0301".repeat(11), 10))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.TOO_LONG));
    }

    // R40
    @ParameterizedTest
    @ValueSource(strings = {"a\n", "\ta", "a\u0085", "\uD83Da"})
    void a_control_character_is_refused_at_the_ends_of_a_name_as_well(String name) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Text.name("name", name))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.CONTROL_CHARACTER));
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
