package org.licencedesk.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.licencedesk.kernel.Money;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Preferences;
import org.licencedesk.web.signin.CurrentActor;

/** Says numbers, money, dates and instants in the reader's language and in the system's time zone. */
@Named
@RequestScoped
public class Formats {

    private static final String TEXTS = "frameText";

    @Inject
    private Preferences preferences;

    @Inject
    private Frame frame;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    /** @return the number, with its thousands set apart */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** @return the amount with its currency */
    public String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale());
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.amount().scale());
        format.setMaximumFractionDigits(money.amount().scale());
        return format.format(money.amount());
    }

    /** @return the amount with its currency; one that is not known is set by the account manager (R31) */
    public String price(Optional<Money> money) {
        return money.map(this::money).orElseGet(() -> page.text(TEXTS, "price.unknown." + reader()));
    }

    /** Whether the vendor's staff reads it, who have no account manager. */
    private String reader() {
        return actor.find().filter(who -> !who.role().isHeldByUsers()).isPresent() ? "vendor" : "customer";
    }

    /** @return the day, as 1 December 2026 */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(region())
                .format(date);
    }

    /** @return the minute, in the system's time zone */
    public String moment(Instant instant) {
        return moment(instant, frame.zone());
    }

    /** @return the minute, in the time zone */
    public String moment(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(region())
                .withZone(zone)
                .format(instant);
    }

    /** @return the day of the instant in the system's time zone */
    public String day(Instant instant) {
        return day(instant, frame.zone());
    }

    /** @return the day of the instant in the time zone */
    public String day(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(region())
                .withZone(zone)
                .format(instant);
    }

    private Locale locale() {
        return preferences.getLocale();
    }

    /** @return the language with a region; plain English would put the month first */
    public Locale region() {
        return locale().getLanguage().equals("en") ? Locale.UK : locale();
    }
}
