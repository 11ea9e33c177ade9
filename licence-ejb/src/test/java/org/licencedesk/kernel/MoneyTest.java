package org.licencedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.kernel.InvalidValue.Problem;

// R31
class MoneyTest {
    private static final Currency GBP = Currency.getInstance("GBP");

    @ParameterizedTest
    @CsvSource({
        "JPY, 1200, 1200", "JPY, 1200.0, 1200", "GBP, 12, 12.00", "GBP, 12.5, 12.50", "GBP, 12.00, 12.00",
        "GBP, 12.0000, 12.00", "KWD, 12, 12.000", "KWD, 1.234, 1.234", "GBP, 0, 0.00", "GBP, 0.01, 0.01",
        "GBP, 999999999.99, 999999999.99"
    })
    void has_the_decimals_of_its_currency(String currency, String typed, String amount) {
        assertThat(Money.parse("pricePerSeat", typed, Currency.getInstance(currency))
                        .amount())
                .isEqualTo(new BigDecimal(amount));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 0.5", "GBP, 12.005", "GBP, 0.0001", "KWD, 1.2345"})
    void is_never_finer_than_the_minor_unit(String currency, String typed) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Money.parse("pricePerSeat", typed, Currency.getInstance(currency)))
                .matches(refused -> refused.field().equals("pricePerSeat"))
                .matches(refused -> refused.problem() == Problem.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1,00",
                "1.",
                ".5",
                "01",
                "00",
                "1e3",
                "1 000",
                " 1",
                "1000000000",
                "1.00000",
                "NaN",
                "٣",
                "0x1"
            })
    void is_parsed_from_plain_decimal_numbers_only(String typed) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Money.parse("pricePerSeat", typed, GBP))
                .matches(refused -> refused.problem() == Problem.NOT_IN_FORM);
    }

    @ParameterizedTest
    @CsvSource({
        "GBP, 0.005, 0.00",
        "GBP, 0.015, 0.02",
        "GBP, 0.025, 0.02",
        "GBP, 0.0251, 0.03",
        "JPY, 2.5, 2",
        "JPY, 3.5, 4",
        "KWD, 0.0005, 0.000",
        "KWD, 0.0015, 0.002"
    })
    void rounds_half_to_the_even_neighbour(String currency, String exact, String rounded) {
        assertThat(Money.rounded(new BigDecimal(exact), Currency.getInstance(currency))
                        .amount())
                .isEqualTo(new BigDecimal(rounded));
    }

    @ParameterizedTest
    @CsvSource({
        "GBP, 12.00, 15, 30, 6.00", "GBP, 10.00, 1, 3, 3.33", "GBP, 10.00, 2, 3, 6.67", "GBP, 0.05, 1, 2, 0.02",
        "GBP, 0.15, 1, 2, 0.08", "JPY, 5, 1, 2, 2", "KWD, 1.000, 1, 7, 0.143", "GBP, 12.00, 0, 31, 0.00",
        "GBP, 12.00, 31, 31, 12.00"
    })
    void a_share_is_rounded_once(String currency, String amount, long part, long whole, String share) {
        Currency ofAmount = Currency.getInstance(currency);
        assertThat(Money.parse("a", amount, ofAmount).share(part, whole)).isEqualTo(Money.parse("a", share, ofAmount));
    }

    @Test
    void adds_multiplies_and_compares() {
        assertThat(pounds("12.00").plus(pounds("0.01"))).isEqualTo(pounds("12.01"));
        assertThat(pounds("12.34").times(1_000_000)).isEqualTo(Money.rounded(new BigDecimal("12340000"), GBP));
        assertThat(pounds("12.34").times(0)).isEqualTo(Money.zero(GBP));
        assertThat(pounds("12.01").isMoreThan(pounds("12.00"))).isTrue();
        assertThat(pounds("12.00").isMoreThan(pounds("12.00"))).isFalse();
        assertThat(pounds("11.99").isMoreThan(pounds("12.00"))).isFalse();
    }

    @Test
    void two_currencies_never_meet() {
        Money yen = Money.zero(Currency.getInstance("JPY"));
        assertThatIllegalArgumentException().isThrownBy(() -> pounds("1.00").plus(yen));
        assertThatIllegalArgumentException().isThrownBy(() -> yen.isMoreThan(pounds("1.00")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(new BigDecimal("1.0"), GBP));
    }

    private static Money pounds(String amount) {
        return Money.parse("amount", amount, GBP);
    }
}
