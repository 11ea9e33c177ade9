package org.licencedesk.record.billing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.licencedesk.seats.tenant.BillingPeriod;

/** How a tenant pays. */
record Contract(
        int maximum,
        String currency,
        Optional<String> price,
        BillingPeriod period,
        LocalDate renewsOn,
        boolean firstPeriodBilled,
        ZoneId zone) {

    /** Without a charge for the time until the first renewal. */
    Contract(
            int maximum,
            String currency,
            Optional<String> price,
            BillingPeriod period,
            LocalDate renewsOn,
            ZoneId zone) {
        this(maximum, currency, price, period, renewsOn, false, zone);
    }

    /** So many seats in pounds, by the month, in UTC. */
    static Contract monthly(int maximum, String price, String renewsOn) {
        return new Contract(
                maximum, "GBP", Optional.of(price), BillingPeriod.MONTH, LocalDate.parse(renewsOn), ZoneId.of("UTC"));
    }

    /** The same, with the time until the first renewal charged. */
    Contract fromTheFirstDay() {
        return new Contract(maximum, currency, price, period, renewsOn, true, zone);
    }

    /** The same, while the price is not known. */
    Contract unpriced() {
        return new Contract(maximum, currency, Optional.empty(), period, renewsOn, firstPeriodBilled, zone);
    }

    /** The same, by the year. */
    Contract yearly() {
        return new Contract(maximum, currency, price, BillingPeriod.YEAR, renewsOn, firstPeriodBilled, zone);
    }
}
