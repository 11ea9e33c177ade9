package org.licencedesk.kernel;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sentences with facts in them. What people wrote keeps its direction to itself there (R43). */
public final class Wording {

    private static final int FIRST_STRONG_ISOLATE = 0x2068;

    private static final int POP_ISOLATE = 0x2069;

    private static final Set<Integer> ISOLATES = Set.of(0x2066, 0x2067, FIRST_STRONG_ISOLATE);

    /** A sentence of ours runs from left to right, as does all that is made of other characters than these. */
    private static final Set<Integer> TURNING = Set.of(
            UCharacterDirection.RIGHT_TO_LEFT,
            UCharacterDirection.RIGHT_TO_LEFT_ARABIC,
            UCharacterDirection.ARABIC_NUMBER,
            UCharacterDirection.LEFT_TO_RIGHT_EMBEDDING,
            UCharacterDirection.LEFT_TO_RIGHT_OVERRIDE,
            UCharacterDirection.RIGHT_TO_LEFT_EMBEDDING,
            UCharacterDirection.RIGHT_TO_LEFT_OVERRIDE,
            UCharacterDirection.POP_DIRECTIONAL_FORMAT,
            (int) UCharacterDirection.LEFT_TO_RIGHT_ISOLATE,
            (int) UCharacterDirection.RIGHT_TO_LEFT_ISOLATE,
            (int) UCharacterDirection.FIRST_STRONG_ISOLATE,
            (int) UCharacterDirection.POP_DIRECTIONAL_ISOLATE);

    private Wording() {}

    /**
     * @param pattern as {@link MessageFormat} reads it
     * @param facts what stands in it; each text among them is {@link #isolated} unless it is all that the pattern says
     */
    public static String filled(String pattern, Locale language, @Nullable Object... facts) {
        boolean alone = pattern.equals("{0}");
        Object[] spoken = Arrays.stream(facts)
                .map(fact -> fact instanceof String text && !alone ? isolated(text) : fact)
                .toArray();
        return new MessageFormat(pattern, language).format(spoken);
    }

    /**
     * @return the text, between the characters that isolate its direction (Unicode UAX 9) if it has any but that of our
     *     sentences; the isolates in it are balanced, so that it ends where it ends
     */
    public static String isolated(String text) {
        if (text.codePoints().noneMatch(c -> TURNING.contains(UCharacter.getDirection(c)))) {
            return text;
        }
        StringBuilder isolated = new StringBuilder(text.length() + 2).appendCodePoint(FIRST_STRONG_ISOLATE);
        int open = 0;
        for (int c : text.codePoints().toArray()) {
            if (c == POP_ISOLATE && open == 0) {
                continue;
            }
            open += ISOLATES.contains(c) ? 1 : c == POP_ISOLATE ? -1 : 0;
            isolated.appendCodePoint(c);
        }
        return isolated.append(Character.toString(POP_ISOLATE).repeat(open + 1)).toString();
    }
}
