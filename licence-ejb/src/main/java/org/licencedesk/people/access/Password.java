package org.licencedesk.people.access;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Text;

/**
 * A password that somebody chose: 8 to 128 characters (Unicode code points), none of them a control character, and none of
 * the commonest passwords. Blanks count. Never logged: its text form is empty of it.
 *
 * @param text the password itself
 */
public record Password(String text) {

    static final int LEAST = 8;
    private static final int MOST = 128;

    /** A keyboard may compose one character of up to four, each of which may take two places of Java's. */
    private static final int MOST_TYPED_FOR_ONE = 8;
    /** Shorter words are in too many passwords. */
    private static final int SHORTEST_WORD = 3;

    /** @throws InvalidValue if the text cannot be a password */
    public Password {
        Text.line("password", text, MOST);
        if (text.codePointCount(0, text.length()) < LEAST) {
            throw new InvalidValue("password", Problem.OUT_OF_RANGE);
        }
        if (CommonPasswords.contain(composed(text))) {
            throw new InvalidValue("password", Problem.TOO_COMMON);
        }
    }

    /**
     * @param field where the password was typed
     * @throws InvalidValue if at least half of its letters and digits are names that others know of the owner: of the
     *     person, the mail address or the system
     */
    void requireForeignTo(String field, AccountOwner owner) {
        String all = plain(text);
        String rest = owner.known()
                .flatMap(known -> Stream.concat(Stream.of(known), Stream.of(known.split("[^\\p{L}\\p{M}\\p{N}]+"))))
                .map(Password::plain)
                .filter(word -> word.length() >= SHORTEST_WORD)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .reduce(all, (left, word) -> left.replace(word, ""));
        if (rest.length() < all.length() && rest.length() * 2 <= all.length()) {
            throw new InvalidValue(field, Problem.KNOWN_NAME);
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

    /** Letters and digits alone, without case, accents and widths. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Password[]";
    }
}
