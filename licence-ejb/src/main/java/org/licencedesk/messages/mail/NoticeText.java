package org.licencedesk.messages.mail;

import java.util.Locale;
import java.util.ResourceBundle;
import org.licencedesk.kernel.Wording;
import org.licencedesk.platform.Settings;

/**
 * The words of a mail. They name no user, whom erasing could not take out again.
 *
 * @param subject one line that says the numbers
 * @param text plain text
 */
record NoticeText(NoticeKind kind, String subject, String text) {

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
    static NoticeText of(NoticeKind kind, Locale language, Object... facts) {
        return new NoticeText(
                kind, filled(kind.key() + ".subject", language, facts), filled(kind.key() + ".text", language, facts));
    }

    /** @return the text of the key, with the facts filled in; what people wrote is isolated in its direction (R43) */
    static String filled(String key, Locale language, Object... facts) {
        String pattern = ResourceBundle.getBundle(TEXTS, language, NO_FALLBACK).getString(key);
        return Wording.filled(pattern, language, facts);
    }
}
