package org.licencedesk.seats.terms;

import java.util.Map;
import java.util.regex.Pattern;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Text;

/**
 * Publishes a text as a new version.
 *
 * @param version 1 to 50 letters, digits, dots, hyphens or underscores, a letter or digit first, and not {@code current}
 * @param text the binding text, 1 to 50 000 characters; lines and tabs are welcome, other control characters are not
 * @param translations what may be read beside it, each like the text, by the code of its language such as {@code de}; at
 *     most {@link #MOST_TRANSLATIONS}
 */
public record PublishTerms(String version, String text, Map<String, String> translations, Actor actor) {

    /** Into how many languages a text can be translated. */
    public static final int MOST_TRANSLATIONS = 20;

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private static final int MOST = 50_000;

    /** @throws InvalidValue if the version, the text or a translation cannot be one */
    public PublishTerms {
        if (!isVersion(version)) {
            throw new InvalidValue("version", Problem.NOT_IN_FORM);
        }
        check("text", text);
        if (translations.size() > MOST_TRANSLATIONS) {
            throw new InvalidValue("translations", Problem.TOO_LONG);
        }
        translations.forEach((language, translation) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                throw new InvalidValue("translations", Problem.UNKNOWN);
            }
            check("translations/" + language, translation);
        });
        translations = Map.copyOf(translations);
    }

    /** Publishes a text without translations. */
    public PublishTerms(String version, String text, Actor actor) {
        this(version, text, Map.of(), actor);
    }

    private static void check(String field, String text) {
        if (!Text.shows(text)) {
            throw new InvalidValue(field, Problem.BLANK);
        }
        if (text.codePointCount(0, text.length()) > MOST) {
            throw new InvalidValue(field, Problem.TOO_LONG);
        }
        if (text.codePoints().anyMatch(PublishTerms::isRefused)) {
            throw new InvalidValue(field, Problem.CONTROL_CHARACTER);
        }
    }

    /** @return whether a version could be called so */
    public static boolean isVersion(String text) {
        return VERSION.matcher(text).matches() && !text.equals("current");
    }

    private static boolean isRefused(int codePoint) {
        return codePoint != '\n'
                && codePoint != '\r'
                && codePoint != '\t'
                && (Character.getType(codePoint) == Character.CONTROL
                        || Character.getType(codePoint) == Character.SURROGATE);
    }
}
