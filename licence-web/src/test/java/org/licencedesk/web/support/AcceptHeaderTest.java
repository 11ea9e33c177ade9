package org.licencedesk.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptHeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | 1",
                "APPLICATION/JSON | 1",
                "*/* | 1",
                "application/*;q=0.5 | 0.5",
                "application/json;q=0 | 0",
                "application/json ; Q=0.000 , */* | 0",
                "application/*;q=0, application/json | 1",
                "*/*;q=0.1, application/*;q=0.2, application/json;q=0.3 | 0.3",
                "application/json;version=1;q=0.4 | 0.4",
                "text/plain | 0",
                "text/plain, */*;q=0 | 0",
                "application/json;q=2 | 1",
                "rubbish, application/json | 1",
            })
    void the_most_specific_range_counts(String header, double weight) {
        assertThat(AcceptHeader.of(Optional.of(header)).weight("application/json"))
                .isEqualTo(weight);
    }

    @Test
    void who_names_nothing_takes_everything() {
        assertThat(AcceptHeader.of(Optional.empty()).weight("application/json")).isEqualTo(1);
        assertThat(AcceptHeader.of(Optional.of(" ")).weight("application/json")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | a/yaml",
                "a/json | a/json",
                "a/json, */* | a/json",
                "a/json;q=0.9, */* | a/yaml",
                "a/json, a/yaml | a/yaml",
                "a/yaml;q=0.5, a/json | a/json",
                "a/yaml;q=0, */*;q=0.1 | a/json",
                "text/html | ",
            })
    void the_one_that_is_wanted_most_is_sent(String header, String preferred) {
        assertThat(AcceptHeader.of(Optional.of(header)).preferred(List.of("a/yaml", "a/json")))
                .isEqualTo(Optional.ofNullable(preferred));
    }
}
