package org.licencedesk.seats.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When people are told that seats become scarce, and when that there is room again. */
class FillLevelTest {

    @ParameterizedTest
    @CsvSource({
        // maximum, occupied, level
        "100, 79, ROOMY",
        "100, 80, EIGHTY",
        "100, 89, EIGHTY",
        "100, 90, NINETY",
        "100, 99, NINETY",
        "100, 100, FULL",
        "100, 101, FULL",
        // rounded up: 80 % of 11 is 8.8
        "11, 8, ROOMY",
        "11, 9, EIGHTY",
        "11, 10, NINETY",
        "11, 11, FULL",
        // up to ten seats: two, one, none left
        "10, 7, ROOMY",
        "10, 8, EIGHTY",
        "10, 9, NINETY",
        "10, 10, FULL",
        "5, 2, ROOMY",
        "5, 3, EIGHTY",
        "5, 4, NINETY",
        "5, 5, FULL",
        // and half of them occupied
        "4, 1, ROOMY",
        "4, 2, EIGHTY",
        "3, 1, ROOMY",
        "3, 2, NINETY",
        "2, 1, NINETY",
        "2, 2, FULL",
        "1, 1, FULL",
        "0, 0, ROOMY",
        "0, 1, FULL",
        "1, 0, ROOMY",
        "2147483647, 2147483646, NINETY",
        "2147483647, 2147483647, FULL",
        "2147483647, 1717986917, ROOMY",
        "2147483647, 1717986918, EIGHTY"
    })
    void a_level_is_reached_at_its_first_seat(int maximum, int occupied, FillLevel level) {
        assertThat(FillLevel.ROOMY.after(new Figures(maximum, occupied))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        // before, maximum, occupied, after
        "FULL, 100, 95, FULL",
        "FULL, 100, 94, NINETY",
        "NINETY, 100, 85, NINETY",
        "NINETY, 100, 84, EIGHTY",
        "EIGHTY, 100, 75, EIGHTY",
        "EIGHTY, 100, 74, ROOMY",
        "FULL, 10, 9, FULL",
        "FULL, 10, 8, NINETY",
        "NINETY, 10, 8, NINETY",
        "NINETY, 10, 7, EIGHTY",
        "EIGHTY, 10, 7, EIGHTY",
        "EIGHTY, 10, 6, ROOMY",
        "FULL, 10, 6, ROOMY",
        "FULL, 1, 0, ROOMY",
        "NINETY, 2, 0, ROOMY",
        "FULL, 2, 1, FULL",
        "EIGHTY, 100, 90, NINETY",
        "EIGHTY, 100, 89, EIGHTY",
        "NINETY, 100, 100, FULL"
    })
    void a_level_is_kept_until_the_seats_are_clearly_below_it(
            FillLevel before, int maximum, int occupied, FillLevel after) {
        assertThat(before.after(new Figures(maximum, occupied))).isEqualTo(after);
    }

    @Test
    void who_comes_and_goes_at_a_border_changes_nothing() {
        FillLevel level = FillLevel.ROOMY.after(new Figures(40, 32));
        for (int i = 0; i < 3; i++) {
            assertThat(level.after(new Figures(40, 31))).isEqualTo(level);
            assertThat(level.after(new Figures(40, 32))).isEqualTo(level);
        }
    }
}
