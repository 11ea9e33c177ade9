package org.licencedesk.seats.terms;

import java.util.regex.Pattern;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Text;

/**
 * Publishes a text as a new version.
 *
 * @param version 1 to 50 letters, digits, dots, hyphens or underscores, a letter or digit first, and not {@code current}
 * @param text the text, 1 to 50 000 characters; lines and tabs are welcome, other control characters are not
 */
public record PublishTerms(String version, String text, Actor actor) {

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");

    private static final int MOST = 50_000;

    /** @throws InvalidValue if the version or the text cannot be one */
    public PublishTerms {
        if (!isVersion(version)) {
            throw new InvalidValue("version", Problem.NOT_IN_FORM);
        }
        if (!Text.shows(text)) {
            throw new InvalidValue("text", Problem.BLANK);
        }
        if (text.codePointCount(0, text.length()) > MOST) {
            throw new InvalidValue("text", Problem.TOO_LONG);
        }
        if (text.codePoints().anyMatch(PublishTerms::isRefused)) {
            throw new InvalidValue("text", Problem.CONTROL_CHARACTER);
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
