package org.licencedesk.seats.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.RenewalCalendar.Period;

class SeatPriceIT {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Desk desk = Desk.open();
    private final LocalDate today = desk.clock().now().atZone(ZONE).toLocalDate();
    private final LocalDate start = today.withDayOfMonth(1);

    @Test // R33
    void shows_the_price_of_the_running_period_and_the_one_that_comes() {
        TestTenant tenant = TestTenant.of(1, Optional.of("12.00"), Optional.of(start.plusMonths(1)), ZONE);
        PriceSetting prices = desk.bean(PriceSetting.class);
        desk.run(() -> prices.set(new SetPrice(tenant.id(), "15.00", start.plusMonths(2), TestTenant.OPERATOR)));

        SeatPrice shown = of(tenant, tenant.admin());

        assertThat(shown.every()).isEqualTo(BillingPeriod.MONTH);
        assertThat(shown.running()).isEqualTo(new Period(start, start.plusMonths(1)));
        assertThat(shown.now()).contains(new SeatPrice.Rate(pounds("12.00"), start));
        assertThat(shown.coming()).contains(new SeatPrice.Rate(pounds("15.00"), start.plusMonths(2)));
    }

    @Test // R31
    void a_price_that_is_not_known_is_none() {
        TestTenant tenant = TestTenant.of(1, Optional.empty());

        assertThat(of(tenant, tenant.admin()).now()).isEmpty();
        assertThat(of(tenant, tenant.admin()).coming()).isEmpty();
    }

    @Test // R3
    void another_tenants_is_not_there() {
        TestTenant tenant = TestTenant.of(1);
        TestTenant other = TestTenant.of(1);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> of(tenant, other.admin()));
    }

    private SeatPrice of(TestTenant tenant, Actor actor) {
        SeatPrices seatPrices = desk.bean(SeatPrices.class);
        return desk.commit(() -> seatPrices.of(tenant.id(), actor));
    }

    private static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("GBP"));
    }
}
