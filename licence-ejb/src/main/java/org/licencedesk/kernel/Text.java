package org.licencedesk.kernel;

import org.licencedesk.kernel.InvalidValue.Problem;

/** Checks on what people type. Characters are counted as Unicode code points; what passes is kept as typed. */
public final class Text {

    /** How long the name of a person or a company may be. */
    public static final int LONGEST_NAME = 200;

    private Text() {}

    /**
     * @param name of a person or a company: 1 to {@link #LONGEST_NAME} characters
     * @return the name
     * @throws InvalidValue as {@link #line}
     */
    public static String name(String field, String name) {
        return line(field, name, LONGEST_NAME);
    }

    /**
     * @param field the name of the member, for the refusal
     * @param text what was typed
     * @param most how many characters it may have
     * @return the text
     * @throws InvalidValue if it is blank, too long, or holds a control character (Unicode Cc) or half a character
     */
    public static String line(String field, String text, int most) {
        if (text.isBlank()) {
            throw new InvalidValue(field, Problem.BLANK);
        }
        return optionalLine(field, text, most);
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
