package org.licencedesk.messages.mail;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Wording;
import org.licencedesk.platform.Settings;

/**
 * The words of a mail. They name no user, whom erasing could not take out again; see {@link MailNames}.
 *
 * @param subject one line that says the numbers
 * @param text plain text, in paragraphs
 */
record NoticeText(NoticeKind kind, String subject, String text) {

    /** Who reads it, where the words differ. */
    enum Reader {
        /** A System Admin of the tenant, or another user of it. */
        ADMIN,
        /** The account manager, who is never told to ask the account manager. */
        MANAGER
    }

    private static final String TEXTS = "org.licencedesk.messages.mail.texts";

    /** English is the bundle without a language, whatever the server's own language is. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** @return the language that the operator wants mails in: English, unless it is German */
    static Locale configuredLanguage() {
        return Settings.ofProcess()
                .find("licence.language")
                .filter("de"::equals)
                .map(german -> Locale.GERMAN)
                .orElse(Locale.ENGLISH);
    }

    /**
     * @param facts what the texts of that kind speak of, in their order
     */
    static NoticeText of(NoticeKind kind, Reader reader, Locale language, Object... facts) {
        String ofReader = kind.key() + "." + reader.name().toLowerCase(Locale.ROOT) + ".text";
        String key = texts(language).containsKey(ofReader) ? ofReader : kind.key() + ".text";
        return new NoticeText(
                kind, filled(kind.key() + ".subject", language, facts), filled(key, language, facts) + "\n");
    }

    /** @return the same with a paragraph more */
    NoticeText with(String paragraph) {
        return new NoticeText(kind, subject, text + "\n" + paragraph + "\n");
    }

    /** @return the same with a paragraph more, if there is one */
    NoticeText with(Optional<String> paragraph) {
        return paragraph.map(this::with).orElse(this);
    }

    /** @return the text of the key, with the facts filled in; what people wrote is isolated in its direction (R43) */
    static String filled(String key, Locale language, Object... facts) {
        return Wording.filled(texts(language).getString(key), language, facts);
    }

    /** @return the day, as 1 December 2026 */
    static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.getLanguage().equals("en") ? Locale.UK : language)
                .format(day);
    }

    /** @return the amount with its currency; to the account manager, who reads it, one that is not known is not set (R31) */
    static String amount(Optional<Money> money, Locale language) {
        return money.map(known -> {
                    NumberFormat format = NumberFormat.getCurrencyInstance(language);
                    format.setCurrency(known.currency());
                    format.setMinimumFractionDigits(known.amount().scale());
                    format.setMaximumFractionDigits(known.amount().scale());
                    return format.format(known.amount());
                })
                .orElseGet(() -> filled("amount.unknown", language));
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(TEXTS, language, NO_FALLBACK);
    }
}
