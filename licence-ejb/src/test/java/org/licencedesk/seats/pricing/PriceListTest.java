package org.licencedesk.seats.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.RenewalCalendar;

// R31, R33
class PriceListTest {
    private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");

    @ParameterizedTest
    @CsvSource({
        "GBP, 12.00, MONTH, 2026-01-01, 1, 2026-04-16, 6.00",
        "GBP, 12.00, MONTH, 2026-01-01, 3, 2026-04-16, 18.00",
        "GBP, 12.00, MONTH, 2026-01-01, 1, 2026-02-28, 0.43",
        "GBP, 12.00, MONTH, 2026-01-01, 1, 2028-02-29, 0.41",
        "GBP, 12.00, MONTH, 2026-01-01, 1, 2026-03-01, 12.00",
        "GBP, 12.00, MONTH, 2026-01-01, 1, 2026-03-31, 0.39",
        "GBP, 12.00, MONTH, 2026-01-31, 1, 2026-02-28, 12.00",
        "GBP, 12.00, MONTH, 2026-01-31, 1, 2026-02-27, 0.43",
        "GBP, 120.00, YEAR, 2026-01-01, 1, 2026-12-31, 0.33",
        "GBP, 120.00, YEAR, 2028-01-01, 1, 2028-12-31, 0.33",
        "GBP, 120.00, YEAR, 2026-07-01, 2, 2027-01-01, 119.01",
        "JPY, 1000, MONTH, 2026-01-01, 1, 2026-01-16, 516",
        "KWD, 1.000, MONTH, 2026-01-01, 1, 2026-01-16, 0.516",
        "GBP, 0.00, MONTH, 2026-01-01, 9, 2026-01-16, 0.00"
    })
    void the_rest_of_a_period_is_charged_to_the_day(
            String currency,
            String price,
            BillingPeriod period,
            LocalDate anchor,
            int seats,
            LocalDate day,
            String due) {
        PriceList list = list(currency, anchor, period, Map.of(LONG_AGO, price));
        assertThat(list.forRestOfPeriod(seats, day)).contains(money(currency, due));
    }

    @Test
    void rounds_once_for_the_line_and_not_for_each_seat() {
        // One seat for one of 30 days at 0.05 is 0.0017, nothing; three hundred are 0.50, not three hundred times
        // nothing.
        PriceList list = list("GBP", LocalDate.parse("2026-04-01"), BillingPeriod.MONTH, Map.of(LONG_AGO, "0.05"));
        LocalDate lastDay = LocalDate.parse("2026-04-30");
        assertThat(list.forRestOfPeriod(1, lastDay)).contains(money("GBP", "0.00"));
        assertThat(list.forRestOfPeriod(300, lastDay)).contains(money("GBP", "0.50"));
    }

    @Test
    void a_new_price_holds_from_its_renewal_date_on() {
        PriceList list = list(
                "GBP",
                LocalDate.parse("2026-01-01"),
                BillingPeriod.MONTH,
                Map.of(LONG_AGO, "12.00", LocalDate.parse("2026-05-01"), "15.00"));
        assertThat(list.perSeatOn(LocalDate.parse("2026-04-30"))).contains(money("GBP", "12.00"));
        assertThat(list.perSeatOn(LocalDate.parse("2026-05-01"))).contains(money("GBP", "15.00"));
        assertThat(list.forRestOfPeriod(1, LocalDate.parse("2026-04-16"))).contains(money("GBP", "6.00"));
        assertThat(list.forRestOfPeriod(1, LocalDate.parse("2026-05-01"))).contains(money("GBP", "15.00"));
        assertThat(list.forPeriod(4, LocalDate.parse("2026-05-01"))).contains(money("GBP", "60.00"));
    }

    @Test // R31
    void a_price_that_is_not_known_is_no_amount_at_all() {
        LocalDate renewal = LocalDate.parse("2026-05-01");
        PriceList list = list("GBP", LocalDate.parse("2026-01-01"), BillingPeriod.MONTH, Map.of(renewal, "15.00"));
        assertThat(list.perSeatOn(LocalDate.parse("2026-04-30"))).isEmpty();
        assertThat(list.forRestOfPeriod(1, LocalDate.parse("2026-04-30"))).isEmpty();
        assertThat(list.forPeriod(1, LocalDate.parse("2026-04-01"))).isEmpty();
        assertThat(list.forPeriod(2, renewal)).isEqualTo(Optional.of(money("GBP", "30.00")));
    }

    private static PriceList list(
            String currency, LocalDate anchor, BillingPeriod period, Map<LocalDate, String> prices) {
        TreeMap<LocalDate, Money> perSeat = new TreeMap<>();
        prices.forEach((from, price) -> perSeat.put(from, money(currency, price)));
        return new PriceList(Currency.getInstance(currency), new RenewalCalendar(anchor, period), perSeat);
    }

    private static Money money(String currency, String amount) {
        return Money.parse("amount", amount, Currency.getInstance(currency));
    }
}
