package org.licencedesk.access;

import java.text.Normalizer;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Text;

/**
 * A password that somebody chose: 8 to 128 characters (Unicode code points), none of them a control character. Blanks
 * count. Never logged: its text form is empty of it.
 *
 * @param text the password itself
 */
public record Password(String text) {

    private static final int LEAST = 8;
    private static final int MOST = 128;

    /** A keyboard may compose one character of up to four, each of which may take two places of Java's. */
    private static final int MOST_TYPED_FOR_ONE = 8;

    /** @throws InvalidValue if the text cannot be a password */
    public Password {
        Text.line("password", text, MOST);
        if (text.codePointCount(0, text.length()) < LEAST) {
            throw new InvalidValue("password", Problem.OUT_OF_RANGE);
        }
    }

    /** @return whether somebody who types their password can have typed this */
    static boolean canBeTyped(String typed) {
        return typed.length() <= MOST * MOST_TYPED_FOR_ONE;
    }

    /** @return the same characters in one form, since keyboards differ in how they compose an accented letter */
    static String composed(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    @Override
    public String toString() {
        return "Password[]";
    }
}
