package org.licencedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Bidi;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R43 */
class WordingTest {
    private static final String HEBREW = "\u05D3\u05E0\u05D4";

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEBREW,
                "\u0645\u062D\u0645\u062F 7",
                "\u0667",
                "gnp.\u202Eexe",
                "a\u202D" + HEBREW,
                "\u202Aa\u202C",
                "a\u202C\u202C",
                "a\u2069\u202Eb",
                "a\u2067b",
                "\u2066\u2068" + HEBREW + "\u2069",
                "a\u2069\u2069\u2067b\u202E",
                "a\u200Fb",
                "7 " + HEBREW + " (8)"
            })
    void whatever_a_name_is_the_sentence_around_it_runs_from_left_to_right(String name) {
        String sentence = Wording.filled("{0} took a licence (2 of 3), {1}.", Locale.ENGLISH, name, name);

        Bidi read = new Bidi(sentence, Bidi.DIRECTION_LEFT_TO_RIGHT);
        int from = sentence.indexOf(" took a licence (2 of 3), ");
        for (int i = from; i < from + " took a licence (2 of 3), ".length(); i++) {
            assertThat(read.getLevelAt(i)).as("at " + i).isZero();
        }
        assertThat(read.getLevelAt(sentence.length() - 1)).isZero();
        assertThat(read.getVisualIndex(0)).isLessThan(read.getVisualIndex(from));
        assertThat(sentence.replaceAll("[\u2066-\u2069]", ""))
                .isEqualTo("%1$s took a licence (2 of 3), %1$s.".formatted(name.replaceAll("[\u2066-\u2069]", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Anna", "Zo\u00EB \u738B", "50 % (12)", "\uD83D\uDE00", "a\u200Eb", "1 December 2026"})
    void what_runs_from_left_to_right_stays_as_it_is(String text) {
        assertThat(Wording.isolated(text)).isEqualTo(text);
        assertThat(Wording.filled("({0})", Locale.ENGLISH, text)).isEqualTo("(" + text + ")");
    }

    @Test
    void a_text_that_is_no_part_of_a_sentence_stays_as_it_is_and_a_number_is_a_number() {
        assertThat(Wording.filled("{0}", Locale.ENGLISH, HEBREW)).isEqualTo(HEBREW);
        assertThat(Wording.filled("{0}: {1,number,integer}", Locale.GERMAN, HEBREW, 12_000))
                .isEqualTo("\u2068" + HEBREW + "\u2069: 12.000");
        assertThat(Wording.filled("{0}!", Locale.ENGLISH, (Object) null)).isEqualTo("null!");
    }
}
