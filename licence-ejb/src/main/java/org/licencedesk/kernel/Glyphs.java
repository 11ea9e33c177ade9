package org.licencedesk.kernel;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import java.util.Set;

/** Which characters a reader sees. */
final class Glyphs {

    /** Neither letter, number, mark, punctuation nor symbol. */
    private static final Set<Byte> UNSEEN = Set.of(
            UCharacterCategory.UNASSIGNED,
            UCharacterCategory.CONTROL,
            UCharacterCategory.FORMAT,
            UCharacterCategory.PRIVATE_USE,
            UCharacterCategory.SURROGATE,
            UCharacterCategory.SPACE_SEPARATOR,
            UCharacterCategory.LINE_SEPARATOR,
            UCharacterCategory.PARAGRAPH_SEPARATOR);

    /**
     * Letters, marks and symbols whose glyph is empty, though Unicode does not call them ignorable as it does the Hangul
     * fillers: Braille blank, the blanks of Egyptian hieroglyphs, the filler of Khitan, the null notehead.
     */
    private static final Set<Integer> EMPTY = Set.of(0x2800, 0x13441, 0x13442, 0x16fe4, 0x1d159);

    private Glyphs() {}

    static boolean shows(int codePoint) {
        return !UNSEEN.contains((byte) UCharacter.getType(codePoint))
                && !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                && !EMPTY.contains(codePoint);
    }
}
