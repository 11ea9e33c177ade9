package org.licencedesk.kernel;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import org.licencedesk.kernel.InvalidValue.Problem;

/** Checks on what people type. Characters are counted as Unicode code points; all but names is kept as typed. */
public final class Text {

    /** How long the name of a person or a company may be. */
    public static final int LONGEST_NAME = 200;

    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

    private Text() {}

    /**
     * @param name of a person or a company, of up to {@link #LONGEST_NAME} characters
     * @return the name as it is kept
     * @throws InvalidValue as {@link #line}
     */
    public static String name(String field, String name) {
        return name(field, name, LONGEST_NAME);
    }

    /**
     * Every name passes here, whichever door it comes in by (R40).
     *
     * @param field the name of the member, for the refusal
     * @param name what was typed
     * @param most how many characters it may have as it is kept
     * @return the name as it is kept, {@link #normalised}
     * @throws InvalidValue as {@link #line}
     */
    public static String name(String field, String name, int most) {
        line(field, name, Integer.MAX_VALUE);
        return optionalLine(field, normalised(name), most);
    }

    /** @return what was typed in the form in which names are kept, whether or not it can be one: NFC, and {@link #stripped} */
    public static String normalised(String typed) {
        return stripped(COMPOSED.normalize(typed));
    }

    /** @return what was typed, without white space (Unicode White_Space: no-break spaces too) at its ends */
    public static String stripped(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && UCharacter.isUWhiteSpace(typed.charAt(start))) {
            start++;
        }
        while (end > start && UCharacter.isUWhiteSpace(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    /** @return whether a reader sees something of it: a letter, number, mark, punctuation or symbol that has a glyph */
    public static boolean shows(String text) {
        return text.codePoints().anyMatch(Glyphs::shows);
    }

    /**
     * @param field the name of the member, for the refusal
     * @param text what was typed
     * @param most how many characters it may have
     * @return the text
     * @throws InvalidValue if it shows nothing, is too long, or holds a control character (Unicode Cc) or half a character
     */
    public static String line(String field, String text, int most) {
        if (!stripped(text).isEmpty()) {
            optionalLine(field, text, most);
        }
        if (!shows(text)) {
            throw new InvalidValue(field, Problem.BLANK);
        }
        return text;
    }

    /**
     * As {@link #line}, but may be blank.
     *
     * @throws InvalidValue if it is too long, or holds a control character or half a character
     */
    public static String optionalLine(String field, String text, int most) {
        if (text.codePoints().anyMatch(Text::isRefused)) {
            throw new InvalidValue(field, Problem.CONTROL_CHARACTER);
        }
        if (text.codePointCount(0, text.length()) > most) {
            throw new InvalidValue(field, Problem.TOO_LONG);
        }
        return text;
    }

    private static boolean isRefused(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
