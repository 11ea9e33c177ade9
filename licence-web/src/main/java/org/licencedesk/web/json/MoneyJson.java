package org.licencedesk.web.json;

import java.util.Currency;
import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Money;

/** Money in the contract: a decimal number as text, and an ISO 4217 code. */
public record MoneyJson(String amount, String currency) {

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
        return Money.parseSum("amount", amount, currency("currency", currency));
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
