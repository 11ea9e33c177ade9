package org.licencedesk.record.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.licencedesk.seats.tenant.BillingPeriod;

/** All renewal dates of a hundred years, counted by hand from the anchor: a 31st comes back to the 31st. */
final class ModelCalendar {
    private final NavigableSet<LocalDate> renewals = new TreeSet<>();

    ModelCalendar(LocalDate anchor, BillingPeriod period) {
        int months = period == BillingPeriod.MONTH ? 1 : 12;
        for (int n = -600; n <= 600; n++) {
            YearMonth month = YearMonth.from(anchor).plusMonths((long) n * months);
            renewals.add(month.atDay(Math.min(anchor.getDayOfMonth(), month.lengthOfMonth())));
        }
    }

    /** The first day of the period in which the day falls. */
    LocalDate start(LocalDate day) {
        return renewals.floor(day);
    }

    /** The first renewal date after the day. */
    LocalDate next(LocalDate day) {
        return renewals.higher(day);
    }

    /** The renewal dates after the one day, up to the other. */
    NavigableSet<LocalDate> between(LocalDate day, LocalDate last) {
        return last.isAfter(day) ? renewals.subSet(day, false, last, true) : new TreeSet<>();
    }

    long daysOfPeriod(LocalDate day) {
        return ChronoUnit.DAYS.between(start(day), next(day));
    }

    long daysLeft(LocalDate day) {
        return ChronoUnit.DAYS.between(day, next(day));
    }
}
