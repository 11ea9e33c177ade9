package org.licencedesk.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @Test
    void every_value_is_quoted_behind_a_byte_order_mark() {
        assertThat(written(Locale.ENGLISH, "Ada, \"A\"", "", "7")).isEqualTo("\uFEFF\"Ada, \"\"A\"\"\",\"\",\"7\"\r\n");
    }

    @Test
    void german_readers_get_semicolons() {
        assertThat(written(Locale.GERMAN, "Größe", "1,5")).isEqualTo("\uFEFF\"Größe\";\"1,5\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(1)",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(1)",
                "\uFE661+1",
                "\uFE621",
                "\uFE631",
                "\uFE6BSUM(1)",
                "\u22121",
                "\uFB291",
                " =1+1",
                "\u00A0=1+1",
                "\u3000=1+1",
                "\u200B=1+1",
                "\u202E=1+1",
                "\uFEFF=1+1",
                "\t1",
                "\r1",
                "\n1"
            })
    void no_value_is_run_as_a_formula(String value) {
        assertThat(written(Locale.ENGLISH, value)).isEqualTo("\uFEFF\"'" + value + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "1-1", "ada@b.example", "", " ", "'", "\u2014 dash", "\uD83D\uDE00"})
    void everything_else_stays_as_it_is(String value) {
        assertThat(written(Locale.ENGLISH, value)).isEqualTo("\uFEFF\"" + value + "\"\r\n");
    }

    private static String written(Locale reader, String... values) {
        StringWriter output = new StringWriter();
        CsvFile.write(output, reader, rows -> rows.accept(List.of(values)));
        return output.toString();
    }
}
