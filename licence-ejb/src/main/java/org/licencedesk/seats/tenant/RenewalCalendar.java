package org.licencedesk.seats.tenant;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The renewal dates of a tenant: the anchor and whole periods before and after it, in the tenant's days.
 *
 * @param anchor one renewal date
 * @param period the distance between them
 */
public record RenewalCalendar(LocalDate anchor, BillingPeriod period) {

    /**
     * The days that one invoice pays for.
     *
     * @param start the first day, a renewal date
     * @param next the renewal date after the last day
     */
    public record Period(LocalDate start, LocalDate next) {

        /** @return how many days the period has */
        public long days() {
            return ChronoUnit.DAYS.between(start, next);
        }

        /** @return the last day */
        public LocalDate end() {
            return next.minusDays(1);
        }
    }

    /** @return the period in which the day falls; a renewal date begins one */
    public Period around(LocalDate day) {
        long unit = period == BillingPeriod.MONTH
                ? ChronoUnit.MONTHS.between(anchor, day)
                : ChronoUnit.YEARS.between(anchor, day);
        int n = Math.toIntExact(unit) - 1;
        while (!period.after(anchor, n + 1).isAfter(day)) {
            n++;
        }
        return new Period(period.after(anchor, n), period.after(anchor, n + 1));
    }

    /** @return the renewal dates after the day, so many, the first one first */
    public List<LocalDate> coming(LocalDate day, int many) {
        return Stream.iterate(around(day).next(), date -> around(date).next())
                .limit(many)
                .toList();
    }

    /** @return whether a period begins on the day */
    public boolean isRenewal(LocalDate day) {
        return around(day).start().equals(day);
    }

    /**
     * @param date from when something is to hold
     * @param today the tenant's day
     * @throws NotARenewalDate if the date is none, or has begun
     */
    public void requireComing(LocalDate date, LocalDate today) {
        if (!date.isAfter(today) || !isRenewal(date)) {
            throw new NotARenewalDate(around(today).next());
        }
    }
}
