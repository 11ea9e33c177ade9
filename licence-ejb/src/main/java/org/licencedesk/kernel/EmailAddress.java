package org.licencedesk.kernel;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.InvalidValue.Problem;

/**
 * A mail address, checked for its form, with no list of domains (R44): words divided by single dots, {@code @}, and a
 * domain by IDNA 2008. Nothing in it is invisible, so that it is the address that its reader takes it for. Up to 254
 * characters, as typed and as mail servers know it; up to 64 bytes before the {@code @}.
 *
 * @param text the address as typed
 */
public record EmailAddress(String text) {

    /** How long it may be. */
    public static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;

    /** What RFC 5322 lets into a word beside letters and digits. */
    private static final String SIGNS = "!#$%&'*+-/=?^_`{|}~";

    private static final Set<Byte> MARKS = Set.of(
            UCharacterCategory.NON_SPACING_MARK,
            UCharacterCategory.COMBINING_SPACING_MARK,
            UCharacterCategory.ENCLOSING_MARK);

    /** @throws InvalidValue at {@code email} if the text is no mail address */
    public EmailAddress {
        check("email", text);
    }

    /** @throws InvalidValue at the field if the text is no mail address */
    public static EmailAddress of(String field, String text) {
        check(field, text);
        return new EmailAddress(text);
    }

    /** @return the address, if the text is one: what was stored earlier was checked less */
    public static Optional<EmailAddress> find(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** @return the domain */
    public DomainName domain() {
        return DomainName.find(text.substring(at(text) + 1)).orElseThrow();
    }

    /** @return the address for mail servers: what is before the {@code @} as typed, the domain in ASCII */
    public String onTheWire() {
        return localPart(text) + "@" + domain().ascii();
    }

    /** @return whether any mail server knows such an address, and not only one with SMTPUTF8 (RFC 6531) */
    public boolean isAscii() {
        return localPart(text).chars().allMatch(c -> c < 0x80);
    }

    private static void check(String field, String text) {
        Text.line(field, text, LONGEST);
        DomainName domain = DomainName.find(text.substring(at(text) + 1))
                .filter(name -> at(text) > 0 && isLocalPart(localPart(text)))
                .orElseThrow(() -> new InvalidValue(field, Problem.NOT_IN_FORM));
        if (bytes(localPart(text)) + 1 + domain.ascii().length() > LONGEST) {
            throw new InvalidValue(field, Problem.TOO_LONG);
        }
    }

    private static boolean isLocalPart(String part) {
        return bytes(part) <= LONGEST_LOCAL_PART
                && !part.startsWith(".")
                && !part.endsWith(".")
                && !part.contains("..")
                && !MARKS.contains((byte) UCharacter.getType(part.codePointAt(0)))
                && part.codePoints().allMatch(EmailAddress::isOfWord);
    }

    private static boolean isOfWord(int c) {
        if (c < 0x80) {
            return Character.isLetterOrDigit(c) || c == '.' || SIGNS.indexOf(c) >= 0;
        }
        return Glyphs.shows(c);
    }

    private static int at(String text) {
        return text.lastIndexOf('@');
    }

    private static String localPart(String text) {
        return text.substring(0, at(text));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
