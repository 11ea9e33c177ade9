package org.licencedesk.seats.tenant;

import java.time.Instant;
import java.util.Currency;
import java.util.Date;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;

/** Knows the currencies that can be paid in, which {@link Currency} does not tell from those of the past. */
final class CurrencyInUse {

    private CurrencyInUse() {}

    /** @throws InvalidValue if the currency is not in use anywhere at the instant */
    static void require(Currency currency, Instant now) {
        Date day = Date.from(now);
        if (!com.ibm.icu.util.Currency.isAvailable(currency.getCurrencyCode(), day, day)) {
            throw new InvalidValue("currency", Problem.UNKNOWN);
        }
    }
}
