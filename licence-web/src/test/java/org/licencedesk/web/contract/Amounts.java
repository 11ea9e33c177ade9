package org.licencedesk.web.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** What a quote should say, reckoned once more (R31, R33). */
final class Amounts {

    private Amounts() {}

    /** The amount due from the quote's day to the end of the calendar month, which is the billing period. */
    static BigDecimal dueNow(JsonNode quote, String price, int seats, int decimals) {
        LocalDate from = LocalDate.parse(quote.at("/dueNow/from").asText());
        int days = from.lengthOfMonth();
        return new BigDecimal(price)
                .multiply(BigDecimal.valueOf(seats))
                .multiply(BigDecimal.valueOf(days - from.getDayOfMonth() + 1L))
                .divide(BigDecimal.valueOf(days), decimals, RoundingMode.HALF_EVEN);
    }

    /** Money as the contract writes it. */
    static ObjectNode money(BigDecimal amount, String currency) {
        return ValidBodies.JSON
                .createObjectNode()
                .put("amount", amount.toPlainString())
                .put("currency", currency);
    }

    static ObjectNode money(String amount, String currency) {
        return money(new BigDecimal(amount), currency);
    }
}
