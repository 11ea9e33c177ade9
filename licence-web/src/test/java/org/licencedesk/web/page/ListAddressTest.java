package org.licencedesk.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.kernel.UserStatus;

/** Lists are read off their addresses leniently, and written into them without what is blank or usual. */
class ListAddressTest {

    private static ListAddress asked(String name, String... values) {
        return ListAddress.asked(Map.of(name, values));
    }

    @Test
    void what_is_blank_is_not_there() {
        assertThat(asked("q", " ").text("q")).isEmpty();
        assertThat(asked("q", "", "ann").text("q")).contains("ann");
        assertThat(asked("other", "ann").text("q")).isEmpty();
    }

    @Test
    void constants_are_named_once_each_or_with_commas_and_unknown_ones_are_left_out() {
        assertThat(asked("status", "LOCKED,active", "ACTIVE").constants("status", UserStatus.class))
                .isEqualTo(Set.of(UserStatus.ACTIVE, UserStatus.LOCKED));
        assertThat(asked("status", "nothing").constant("status", UserStatus.class))
                .isEmpty();
    }

    @Test
    void of_what_is_no_list_the_first_counts() {
        assertThat(asked("q", "b", "a").text("q")).contains("b");
        assertThat(asked("size", "", "50", "20").number("size")).contains(50);
        assertThat(asked("licence", "no", "yes").truth("licence")).contains(false);
        assertThat(asked("status", "LOCKED", "ACTIVE").constant("status", UserStatus.class))
                .contains(UserStatus.LOCKED);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "999999, 999999", "0, ", "1000000, ", "-1, ", "01, ", "ten, "})
    void numbers_are_whole_and_bounded(String text, Integer number) {
        assertThat(asked("page", text).number("page")).isEqualTo(Optional.ofNullable(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "9999-12-31"})
    void days_are_those_of_four_figures(String text) {
        assertThat(asked("from", text).day("from")).contains(LocalDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31", "+10000-01-01", "2026-02-30", "yesterday"})
    void other_days_are_none(String text) {
        assertThat(asked("from", text).day("from")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "no, false", "true, ", "YES, "})
    void truth_is_yes_or_no(String text, Boolean truth) {
        assertThat(asked("licence", text).truth("licence")).isEqualTo(Optional.ofNullable(truth));
    }

    @Test
    void an_address_has_what_is_neither_blank_nor_usual() {
        ListAddress address = ListAddress.of("/users")
                .with("q", "Zoë & co")
                .with("status", Set.of(UserStatus.LOCKED))
                .with("role", Optional.empty())
                .with("licence", Optional.of(false))
                .with("size", 50, 50)
                .with("page", 2, 1);
        assertThat(address).hasToString("/users?q=Zo%C3%AB+%26+co&status=LOCKED&licence=no&page=2");
        assertThat(address.with("q", "").with("page", 1, 1)).hasToString("/users?status=LOCKED&licence=no");
        assertThat(ListAddress.of("/users")).hasToString("/users");
    }

    @Test
    void a_form_keeps_the_parameters() {
        assertThat(ListAddress.of("/ledger").with("at", "").with("range", "1y").parameters())
                .containsExactly(new ListAddress.Parameter("range", "1y"));
    }
}
