package org.licencedesk.web.page;

import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Wording;
import org.omnifaces.util.Faces;

/** The functions by which pages fill the facts into the texts of a bundle: {@code of:format1} and so on. */
public final class PageWording {

    private PageWording() {}

    /** @return the text with the fact in it, as {@link Wording#filled} does */
    public static String format1(String pattern, @Nullable Object fact) {
        return Wording.filled(pattern, Faces.getLocale(), fact);
    }

    /** @return the text with the facts in it */
    public static String format2(String pattern, @Nullable Object first, @Nullable Object second) {
        return Wording.filled(pattern, Faces.getLocale(), first, second);
    }

    /** @return the text with the facts in it */
    public static String format3(
            String pattern, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
        return Wording.filled(pattern, Faces.getLocale(), first, second, third);
    }

    /** @return the text with the facts in it */
    public static String format4(
            String pattern,
            @Nullable Object first,
            @Nullable Object second,
            @Nullable Object third,
            @Nullable Object fourth) {
        return Wording.filled(pattern, Faces.getLocale(), first, second, third, fourth);
    }
}
