package org.licencedesk.seats.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.seats.tenant.RenewalCalendar.Period;

// R33
class RenewalCalendarTest {
    @ParameterizedTest
    @CsvSource({
        // the first of the month, in months of 31, 28, 29 and 30 days
        "MONTH, 2026-01-01, 2026-01-01, 2026-01-01, 2026-02-01, 31",
        "MONTH, 2026-01-01, 2026-02-28, 2026-02-01, 2026-03-01, 28",
        "MONTH, 2026-01-01, 2028-02-29, 2028-02-01, 2028-03-01, 29",
        "MONTH, 2026-01-01, 2026-04-30, 2026-04-01, 2026-05-01, 30",
        // a renewal on the 31st falls on the last day of shorter months, and comes back to the 31st
        "MONTH, 2026-01-31, 2026-02-27, 2026-01-31, 2026-02-28, 28",
        "MONTH, 2026-01-31, 2026-02-28, 2026-02-28, 2026-03-31, 31",
        "MONTH, 2026-01-31, 2026-03-30, 2026-02-28, 2026-03-31, 31",
        "MONTH, 2026-01-31, 2026-04-30, 2026-04-30, 2026-05-31, 31",
        "MONTH, 2026-01-31, 2028-02-29, 2028-02-29, 2028-03-31, 31",
        // before the anchor
        "MONTH, 2026-03-31, 2026-02-27, 2026-01-31, 2026-02-28, 28",
        "MONTH, 2026-03-15, 2026-03-14, 2026-02-15, 2026-03-15, 28",
        "MONTH, 2026-03-15, 2025-12-14, 2025-11-15, 2025-12-15, 30",
        // years, with and without a 29 February
        "YEAR, 2026-07-01, 2026-06-30, 2025-07-01, 2026-07-01, 365",
        "YEAR, 2026-07-01, 2027-07-01, 2027-07-01, 2028-07-01, 366",
        "YEAR, 2028-02-29, 2029-02-27, 2028-02-29, 2029-02-28, 365",
        "YEAR, 2028-02-29, 2029-02-28, 2029-02-28, 2030-02-28, 365",
        "YEAR, 2028-02-29, 2032-02-28, 2031-02-28, 2032-02-29, 366"
    })
    void a_day_falls_into_one_period(
            BillingPeriod period, LocalDate anchor, LocalDate day, LocalDate start, LocalDate next, long days) {
        Period found = new RenewalCalendar(anchor, period).around(day);
        assertThat(found).isEqualTo(new Period(start, next));
        assertThat(found.days()).isEqualTo(days);
        assertThat(found.end()).isEqualTo(next.minusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-01-31, 2026-02-28, true", "MONTH, 2026-01-31, 2026-03-28, false",
        "MONTH, 2026-01-31, 2026-03-31, true", "YEAR, 2026-01-31, 2027-01-31, true",
        "YEAR, 2026-01-31, 2026-02-28, false"
    })
    void knows_its_renewal_dates(BillingPeriod period, LocalDate anchor, LocalDate day, boolean renewal) {
        assertThat(new RenewalCalendar(anchor, period).isRenewal(day)).isEqualTo(renewal);
    }

    @Property(tries = 2_000)
    void periods_follow_each_other_without_gap_or_overlap(
            @ForAll @IntRange(min = 0, max = 40_000) int anchorDay,
            @ForAll @IntRange(min = 0, max = 40_000) int day,
            @ForAll BillingPeriod period) {
        RenewalCalendar calendar = new RenewalCalendar(LocalDate.ofEpochDay(anchorDay), period);
        LocalDate today = LocalDate.ofEpochDay(day);
        Period around = calendar.around(today);
        assertThat(today).isBetween(around.start(), around.end());
        assertThat(calendar.around(around.next()).start()).isEqualTo(around.next());
        assertThat(calendar.around(around.start().minusDays(1)).next()).isEqualTo(around.start());
    }
}
