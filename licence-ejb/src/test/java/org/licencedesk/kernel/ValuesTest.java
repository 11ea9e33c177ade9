package org.licencedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @Test
    void a_reason_has_1_to_1000_characters() {
        assertThat(new Reason("席".repeat(1000)).text()).hasSize(1000);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Reason("a".repeat(1001)));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Reason(" "));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Reason("two\nlines"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "not-an-id",
                "0198c0de-0000-7000-8000-00000000000",
                "0198c0de-0000-7000-8000-0000000000000",
                "0198c0de-0-7000-8000-000000000000000",
                "0198c0de_0000_7000_8000_000000000000",
                "' or 1=1 --"
            })
    void what_is_no_id_is_none(String text) {
        assertThat(Identifiers.parse(text)).isEmpty();
        assertThat(UserId.parse(text)).isEmpty();
    }

    @Test
    void an_id_is_read_as_it_is_written_and_later_ones_follow() {
        UserId first = UserId.create();
        assertThat(UserId.parse(first.toString())).contains(first);
        assertThat(List.of(first, UserId.create(), UserId.create()))
                .isSortedAccordingTo((a, b) -> a.toString().compareTo(b.toString()));
    }

    @Test
    void a_stale_reader_is_refused_and_one_who_does_not_mind_is_not() {
        assertThatNoException().isThrownBy(() -> Expected.anything().check(7));
        assertThatNoException().isThrownBy(() -> Expected.oneOf(Set.of(6L, 7L)).check(7));
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> Expected.oneOf(Set.of(6L)).check(7));
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> Expected.oneOf(Set.of()).check(7));
    }

    @Test
    void a_page_is_followed_by_another_only_if_there_is_a_row_for_it() {
        assertThat(Page.of(List.of(), 2, String::toString)).isEqualTo(new Page<>(List.of(), Optional.empty()));
        assertThat(Page.of(List.of("a", "b"), 2, String::toString))
                .isEqualTo(new Page<>(List.of("a", "b"), Optional.empty()));
        assertThat(Page.of(List.of("a", "b", "c"), 2, String::toString))
                .isEqualTo(new Page<>(List.of("a", "b"), Optional.of("b")));
    }

    @Test
    void the_words_of_the_record_are_the_words_of_the_contract() {
        // Stored and served by name: a renamed one would make old ledgers unreadable. R38
        assertThat(EntryKind.values())
                .extracting(Enum::name)
                .containsExactly(
                        "TENANT_CREATED",
                        "USER_ADDED",
                        "USER_CHANGED",
                        "USER_DELETED",
                        "SEAT_TAKEN",
                        "SEAT_RELEASED",
                        "ALLOWANCE_RAISED",
                        "ALLOWANCE_REDUCED",
                        "ALLOWANCE_CORRECTED",
                        "TERMS_ACCEPTED");
        assertThat(Door.values())
                .extracting(Enum::name)
                .containsExactly("UI", "WIZARD", "API", "SCIM", "IMPORT", "JOB");
    }
}
