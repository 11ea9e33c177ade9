package org.licencedesk.web.json;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Money;

/** Money in the contract: a decimal number as text, and an ISO 4217 code. */
public record MoneyJson(String amount, String currency) {

    private static final Pattern AMOUNT = Pattern.compile("-?(0|[1-9][0-9]{0,23})(\\.[0-9]{1,4})?");

    /** @return the money in this form, or null where it is empty */
    public static Optional<MoneyJson> of(Optional<Money> money) {
        return money.map(MoneyJson::of);
    }

    /** @return the money in this form */
    public static MoneyJson of(Money money) {
        return new MoneyJson(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }

    /**
     * @return the money
     * @throws InvalidValue if the amount or the currency is none
     */
    public Money money() {
        Currency unit = currency("currency", currency);
        if (!AMOUNT.matcher(amount).matches()) {
            throw new InvalidValue("amount", Problem.NOT_IN_FORM);
        }
        BigDecimal exact = new BigDecimal(amount);
        Money money = Money.rounded(exact, unit);
        if (money.amount().compareTo(exact) != 0) {
            throw new InvalidValue("amount", Problem.OUT_OF_RANGE);
        }
        return money;
    }

    /**
     * @return the currency of the code
     * @throws InvalidValue if it is no code of a currency with a minor unit
     */
    public static Currency currency(String field, String code) {
        try {
            Currency found = Currency.getInstance(code);
            if (found.getDefaultFractionDigits() >= 0) {
                return found;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidValue(field, Problem.UNKNOWN);
        }
        throw new InvalidValue(field, Problem.UNKNOWN);
    }
}
