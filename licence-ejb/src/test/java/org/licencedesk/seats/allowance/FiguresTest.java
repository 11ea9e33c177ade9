package org.licencedesk.seats.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest // R5, R37
    @CsvSource({"10, 0, 10, 0", "10, 9, 1, 0", "10, 10, 0, 0", "10, 11, 0, 1", "0, 0, 0, 0", "0, 7, 0, 7"})
    void available_is_never_shown_below_nothing(int maximum, int occupied, int available, int overBy) {
        Figures figures = new Figures(maximum, occupied);
        assertThat(figures.available()).isEqualTo(available);
        assertThat(figures.overBy()).isEqualTo(overBy);
    }

    @Test
    void seats_are_counted_from_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Figures(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Figures(0, -1));
    }
}
