package org.licencedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R42 */
class FoldedTextTest {
    @ParameterizedTest
    @CsvSource({
        "Zoë, zoe",
        "Zoe\u0308, zoe",
        "STRASSE, strasse",
        "Straße, strasse",
        "Łódź, lodz",
        "Øre, ore",
        "İstanbul, istanbul",
        "ISPARTA, isparta",
        "ıspanak, ispanak",
        "ΣΊΣΥΦΟΣ, σισυφοσ",
        "Σίσυφος, σισυφοσ",
        "\uFF2D\uFF41\uFF52\uFF54\uFF41, marta",
        "\uFB01ne, fine",
        "\uFF76\uFF9E\uFF77, かき",
        "カギ, かき",
        "٣٤, 34",
        "ma\u200Brta, marta",
        "so\u00ADfort, sofort",
        "\u05E9\u05C1\u05B8\u05DC, \u05E9\u05DC",
        "\u0915\u093F, \u0915\u093F",
        "\u0301, \u0301"
    })
    void all_ways_to_write_a_word_are_one(String typed, String folded) {
        assertThat(FoldedText.of(List.of(typed)).words()).containsExactly(folded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna Maria Berg | anna,maria,berg",
                "marta.7 | marta,7",
                "o'brien@x.example | o,brien,x,example",
                "O’Brien | o,brien",
                "100%_real | 100,real",
                "Under_score | under,score",
                "50 % off | 50,%,off",
                "%%% | %%%",
                "_under | _,under",
                "\u2605\u2605 \uD83D\uDE00smile | \u2605\u2605,\uD83D\uDE00,smile",
                "a-b a-c | a,b,c"
            })
    void a_word_begins_after_whatever_is_no_part_of_one(String typed, String words) {
        assertThat(FoldedText.of(List.of(typed)).words()).containsExactly(words.split(","));
    }

    @Test
    void what_comes_of_the_beginning_of_a_word_is_a_part_and_nothing_reaches_from_text_to_text() {
        FoldedText all = FoldedText.of(List.of("Anna.Berg", "Berg, Anna", "anna.berg"));
        assertThat(all.marked()).isEqualTo("\nanna.\nberg\n\nberg,\nanna");
        for (String part : List.of("anna.b", "be", "berg,", "ann")) {
            assertThat(all.marked()).contains(FoldedText.of(List.of(part)).marked());
        }
        for (String part : List.of("nna", "anna-b", "berg.", "anna berg")) {
            assertThat(all.marked()).doesNotContain(FoldedText.of(List.of(part)).marked());
        }
    }

    @Test
    void words_and_texts_are_bounded() {
        assertThat(FoldedText.of(List.of("x".repeat(65))).words()).containsExactly("x".repeat(64));
        assertThat(FoldedText.of(List.of("\uD83D\uDE00".repeat(65))).words())
                .containsExactly("\uD83D\uDE00".repeat(64));
        String longest =
                FoldedText.of(List.of("\uFDFA".repeat(200), "a".repeat(100))).marked();
        assertThat(longest.codePointCount(0, longest.length())).isEqualTo(FoldedText.LONGEST);
        assertThat(FoldedText.of(List.of("x.".repeat(50), "y ".repeat(100), "z-".repeat(127)))
                        .marked())
                .endsWith("\nz-");
    }

    @Test
    void nothing_to_see_is_nothing_to_look_for() {
        assertThat(FoldedText.of(List.of("", " ", "\u200B")).isEmpty()).isTrue();
        assertThat(FoldedText.of(List.of()).words()).isEmpty();
    }
}
