package org.licencedesk.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.record.ledger.LedgerCourse.Point;
import org.licencedesk.seats.allowance.Figures;

class SeatChartTest {

    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    @ParameterizedTest
    @MethodSource("peaks")
    void the_marks_are_round_and_reach_over_the_peak(int peak, List<Integer> marks) {
        assertThat(new SeatChart(List.of(point(0, peak, 0))).marks()).isEqualTo(marks);
        assertThat(new SeatChart(List.of(point(0, 0, peak))).marks()).isEqualTo(marks);
    }

    static Stream<Arguments> peaks() {
        return Stream.of(
                Arguments.of(0, List.of(1, 0)),
                Arguments.of(1, List.of(1, 0)),
                Arguments.of(3, List.of(3, 2, 1, 0)),
                Arguments.of(10, List.of(10, 5, 0)),
                Arguments.of(16, List.of(20, 15, 10, 5, 0)),
                Arguments.of(1_000_000, List.of(1_000_000, 500_000, 0)));
    }

    @Test // R37
    void the_lines_go_in_steps_and_what_is_over_lies_between_them() {
        SeatChart chart = new SeatChart(List.of(point(0, 10, 5), point(1, 5, 10), point(3, 10, 10), point(4, 10, 10)));

        assertThat(chart.occupied()).isEqualTo("M0 150.0 H250.0 V0.0 H750.0 V0.0 H1000.0 V0.0 H1000.0");
        assertThat(chart.maximum()).isEqualTo("M0 0.0 H250.0 V150.0 H750.0 V0.0 H1000.0 V0.0 H1000.0");
        assertThat(chart.over()).containsExactly(new SeatChart.Bar("250.0", "0.0", "500.0", "150.0", point(1, 5, 10)));
    }

    @Test
    void a_single_instant_is_a_level_line() {
        SeatChart chart = new SeatChart(List.of(point(0, 2, 1)));

        assertThat(chart.occupied()).isEqualTo("M0 150.0 H1000.0");
        assertThat(chart.over()).isEmpty();
    }

    private static Point point(int hours, int maximum, int occupied) {
        return new Point(START.plusSeconds(hours * 3600L), new Figures(maximum, occupied));
    }
}
