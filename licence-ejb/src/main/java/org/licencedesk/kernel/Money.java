package org.licencedesk.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;
import org.licencedesk.kernel.InvalidValue.Problem;

/**
 * An amount in a currency, always to exactly the currency's minor unit (R31).
 *
 * @param amount the amount, with as many decimals as the currency has
 * @param currency the currency; funds codes without a minor unit are not money here
 */
public record Money(BigDecimal amount, Currency currency) {

    private static final Pattern PRICE = Pattern.compile("(0|[1-9]\\d{0,8})(\\.\\d{1,4})?");

    private static final Pattern SUM = Pattern.compile("-?(0|[1-9]\\d{0,23})(\\.\\d{1,4})?");

    /** @throws IllegalArgumentException if the amount has other decimals than the currency */
    public Money {
        if (amount.scale() != currency.getDefaultFractionDigits()) {
            throw new IllegalArgumentException(
                    "An amount of " + currency + " has " + currency.getDefaultFractionDigits() + " decimals");
        }
    }

    /**
     * @param exact any amount
     * @param currency its currency
     * @return the amount rounded half-even to the minor unit
     */
    public static Money rounded(BigDecimal exact, Currency currency) {
        return new Money(exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN), currency);
    }

    /** @return nothing, in the currency */
    public static Money zero(Currency currency) {
        return rounded(BigDecimal.ZERO, currency);
    }

    /**
     * @param field the name of the member, for the refusal
     * @param amount a decimal number as text, such as {@code 12.00}
     * @param currency its currency
     * @return the money
     * @throws InvalidValue if the text is no such number from 0 to 999 999 999.9999, or is finer than the minor unit
     */
    public static Money parse(String field, String amount, Currency currency) {
        return of(field, PRICE, amount, currency);
    }

    /**
     * As {@link #parse}, for sums: they may be negative, and have up to 24 digits before the point.
     *
     * @throws InvalidValue if the text is no such number, or is finer than the minor unit
     */
    public static Money parseSum(String field, String amount, Currency currency) {
        return of(field, SUM, amount, currency);
    }

    private static Money of(String field, Pattern form, String amount, Currency currency) {
        if (!form.matcher(amount).matches()) {
            throw new InvalidValue(field, Problem.NOT_IN_FORM);
        }
        try {
            return new Money(
                    new BigDecimal(amount).setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY),
                    currency);
        } catch (ArithmeticException e) {
            throw new InvalidValue(field, Problem.OUT_OF_RANGE);
        }
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money plus(Money other) {
        return new Money(amount.add(requireSameCurrency(other).amount), currency);
    }

    /** @return as much in the other direction */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** @return this amount so many times */
    public Money times(int factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    /**
     * @return the share {@code part / whole} of this amount, rounded half-even once (R31)
     */
    public Money share(long part, long whole) {
        int digits = currency.getDefaultFractionDigits();
        return new Money(
                amount.multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_EVEN),
                currency);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public boolean isMoreThan(Money other) {
        return amount.compareTo(requireSameCurrency(other).amount) > 0;
    }

    private Money requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Two currencies: " + currency + ", " + other.currency);
        }
        return other;
    }
}
