package org.licencedesk.seats.tenant;

import java.time.LocalDate;

/** How long a tenant pays in advance for. */
public enum BillingPeriod {
    MONTH {
        @Override
        LocalDate after(LocalDate anchor, int periods) {
            return anchor.plusMonths(periods);
        }
    },
    YEAR {
        @Override
        LocalDate after(LocalDate anchor, int periods) {
            return anchor.plusYears(periods);
        }
    };

    /** Counted from the anchor and not from date to date, so that a renewal on the 31st comes back to the 31st. */
    abstract LocalDate after(LocalDate anchor, int periods);
}
