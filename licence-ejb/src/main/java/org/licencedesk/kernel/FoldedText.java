package org.licencedesk.kernel;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Texts as a search knows them: without case, accents, widths and characters that do not show, so that all ways to write a
 * word are one (R42). A word begins at each letter, number or mark that follows something else, and at each sign that
 * follows white space or nothing; signs belong to the word before them.
 *
 * @param marked the words one after the other, each behind a line feed, and behind two where a text begins that is not the
 *     first. What comes of a part of a text that begins with a word is a part of this. At most {@link #LONGEST} characters.
 */
public record FoldedText(String marked) {

    /** How long it may be; names and mail addresses of full length fit, unless each of their letters stands for many. */
    public static final int LONGEST = 1_500;

    /** So many characters of a word are kept where words stand by themselves. */
    public static final int LONGEST_WORD = 64;

    private static final String MARK = "\n";

    private static final Normalizer2 CASELESS = Normalizer2.getNFKCCasefoldInstance();

    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();

    /**
     * @param texts what is looked for, or in
     * @return the texts folded, each different one once
     */
    public static FoldedText of(List<String> texts) {
        Set<String> folded = new LinkedHashSet<>();
        texts.forEach(text -> folded.add(marked(folded(text))));
        folded.remove("");
        String all = String.join(MARK, folded);
        return new FoldedText(
                all.substring(0, all.offsetByCodePoints(0, Math.min(LONGEST, all.codePointCount(0, all.length())))));
    }

    /** @return whether there is nothing to look for */
    public boolean isEmpty() {
        return marked.isEmpty();
    }

    /** @return each different word once, without the signs that follow it; a word of signs alone whole; in their order */
    public Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        parts().forEach(part -> words.add(word(part)));
        return words;
    }

    /** @return the words with the signs that follow them */
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (String part : marked.split(MARK, -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** @return the part without the signs that follow its word, and not longer than {@link #LONGEST_WORD} */
    public static String word(String part) {
        boolean signs = !isOfWord(part.codePointAt(0));
        int end = 0;
        for (int length = 0; end < part.length() && length < LONGEST_WORD; length++) {
            int c = part.codePointAt(end);
            if (isOfWord(c) == signs) {
                break;
            }
            end += Character.charCount(c);
        }
        return part.substring(0, end);
    }

    private static String folded(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String bare = withoutAccents(DECOMPOSED.normalize(CASELESS.normalize(text)));
        return UCharacter.foldCase(withoutAccents(DECOMPOSED.normalize(Letters.PLAIN.transliterate(bare))), true);
    }

    /** Marks of no combining class are vowels, as in Hindi, and no accents. A text of accents alone keeps them. */
    private static String withoutAccents(String decomposed) {
        StringBuilder bare = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> UCharacter.getCombiningClass(c) == 0)
                .map(FoldedText::digit)
                .forEach(bare::appendCodePoint);
        return bare.isEmpty() ? decomposed : bare.toString();
    }

    private static int digit(int c) {
        int value = UCharacter.digit(c);
        return value < 0 ? c : '0' + value;
    }

    private static String marked(String folded) {
        StringBuilder words = new StringBuilder(folded.length() + 8);
        boolean blank = true;
        boolean inWord = false;
        for (int c : folded.codePoints().toArray()) {
            if (UCharacter.isUWhiteSpace(c)) {
                blank = true;
                inWord = false;
                continue;
            }
            boolean ofWord = isOfWord(c);
            if (blank || (ofWord && !inWord)) {
                words.append(MARK);
            }
            words.appendCodePoint(c);
            blank = false;
            inWord = ofWord;
        }
        return words.toString();
    }

    private static boolean isOfWord(int c) {
        return switch (UCharacter.getType(c)) {
            case UCharacterCategory.UPPERCASE_LETTER,
                    UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.TITLECASE_LETTER,
                    UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.OTHER_LETTER,
                    UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.ENCLOSING_MARK,
                    UCharacterCategory.COMBINING_SPACING_MARK,
                    UCharacterCategory.DECIMAL_DIGIT_NUMBER,
                    UCharacterCategory.LETTER_NUMBER,
                    UCharacterCategory.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** Made when the first text beyond ASCII is folded. */
    private static final class Letters {

        /** Letters that are no others with an accent (ø, ł, ß), and the two ways to write Japanese syllables. */
        static final Transliterator PLAIN =
                Objects.requireNonNull(Transliterator.getInstance("Katakana-Hiragana; Latin-ASCII"));
    }
}
