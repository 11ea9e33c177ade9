package org.licencedesk.record.billing;

import java.math.BigDecimal;
import java.util.Currency;

/** Amounts that a currency can have. */
final class MinorUnits {

    private MinorUnits() {}

    /** @return so many of the currency's smallest unit, as a decimal number of the currency */
    static String of(String number, String currency) {
        return new BigDecimal(number)
                .movePointLeft(Currency.getInstance(currency).getDefaultFractionDigits())
                .toPlainString();
    }
}
