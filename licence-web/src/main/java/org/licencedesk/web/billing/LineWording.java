package org.licencedesk.web.billing;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Wording;
import org.licencedesk.record.billing.InvoiceLine;

/** Says in the words of a language what a line of an invoice charges. */
public final class LineWording {

    private static final String TEXTS = "org.licencedesk.web.billing.texts";

    /** English is the bundle without a language, whatever the server's own language is. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private LineWording() {}

    /**
     * @param reader the role of who reads it: only a customer has an account manager, who sets a price that is not known
     * @return the line in words
     */
    public static String of(InvoiceLine line, Locale language, Role reader) {
        String price = line.pricePerSeat()
                .map(known -> text("price.known", language, amount(known, language)))
                .orElseGet(() ->
                        text(reader.isHeldByUsers() ? "price.unknown.customer" : "price.unknown.vendor", language));
        return text(
                "line." + line.kind(),
                language,
                line.seats(),
                day(line.from(), language),
                day(line.to(), language),
                price,
                ChronoUnit.DAYS.between(line.from(), line.to()) + 1,
                line.daysOfPeriod());
    }

    private static String text(String key, Locale language, Object... facts) {
        String pattern = ResourceBundle.getBundle(TEXTS, language, NO_FALLBACK).getString(key);
        return Wording.filled(pattern, language, facts);
    }

    private static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language)
                .format(day);
    }

    private static String amount(Money money, Locale language) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.amount().scale());
        format.setMaximumFractionDigits(money.amount().scale());
        return format.format(money.amount());
    }
}
