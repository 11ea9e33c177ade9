package org.licencedesk.kernel;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.IDNA;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a host or a mail domain by IDNA 2008 (RFC 5891): {@code ß} stays itself and is never {@code ss}, symbols
 * are no letters. What is typed is mapped by UTS 46 without its transitional rules.
 *
 * @param ascii as the DNS and mail servers know it: small letters, digits, hyphens and dots; up to 253 characters, each
 *     label up to 63
 */
public record DomainName(String ascii) {

    private static final int LONGEST = 253;

    private static final IDNA RULES = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** Categories of letters, marks and digits; RFC 5892 lets no other into a label. */
    private static final Set<Byte> LETTERS = Set.of(
            UCharacterCategory.UPPERCASE_LETTER,
            UCharacterCategory.LOWERCASE_LETTER,
            UCharacterCategory.MODIFIER_LETTER,
            UCharacterCategory.OTHER_LETTER,
            UCharacterCategory.NON_SPACING_MARK,
            UCharacterCategory.COMBINING_SPACING_MARK,
            UCharacterCategory.DECIMAL_DIGIT_NUMBER);

    /** Hyphen, the full stops of UTS 46, and what RFC 5892 allows in its place: the IDNA rules know where that is. */
    private static final Set<Integer> ALSO = Set.of(
            (int) '-', (int) '.', 0x3002, 0xff0e, 0xff61, 0x00b7, 0x0375, 0x05f3, 0x05f4, 0x30fb, 0x200c, 0x200d);

    private static final Pattern LABELS = Pattern.compile("[^.]{1,63}(\\.[^.]{1,63})*");

    private static final Pattern ADDRESS_LIKE = Pattern.compile(".*(^|\\.)[0-9]+");

    /** @return the name, if the text is one; a name with a dot at its end or a number as its last label is none */
    public static Optional<DomainName> find(String typed) {
        if (typed.isEmpty() || typed.length() > LONGEST || !hasLetters(typed)) {
            return Optional.empty();
        }
        IDNA.Info errors = new IDNA.Info();
        String ascii = RULES.nameToASCII(typed, new StringBuilder(), errors).toString();
        String unicode = RULES.nameToUnicode(typed, new StringBuilder(), errors).toString();
        boolean name = !errors.hasErrors()
                && ascii.length() <= LONGEST
                && LABELS.matcher(ascii).matches()
                && !ADDRESS_LIKE.matcher(ascii).matches()
                && hasLetters(unicode);
        return name ? Optional.of(new DomainName(ascii)) : Optional.empty();
    }

    private static boolean hasLetters(String text) {
        return text.codePoints().allMatch(c -> LETTERS.contains((byte) UCharacter.getType(c)) || ALSO.contains(c));
    }
}
