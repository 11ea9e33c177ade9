package org.licencedesk.people.access;

import java.util.Locale;
import java.util.Optional;
import org.licencedesk.kernel.Text;

/**
 * What somebody typed to say which account they mean. Longer than any legal name it is never: what is beyond that is cut
 * off, and the rest is a name that nobody has.
 *
 * @param system the slug of the tenant, in small letters; empty where none was typed
 * @param name in the form in which names are kept: a user name, or the mail address of an account manager
 */
public record TypedName(Optional<String> system, String name) {

    /** One more than a slug has. */
    private static final int MOST_OF_SYSTEM = 64;

    /** One more than a mail address of 254 characters has, each of which may take two places of Java's. */
    private static final int MOST_OF_NAME = 2 * 254 + 1;

    /** Cuts off what is too long, and takes the name in the form in which names are kept (R40). */
    public TypedName {
        system = system.map(TypedName::cutSystem);
        name = Text.normalised(cutName(name));
    }

    /**
     * @param system what was typed as the system, in any case and with blanks at its ends; it may be left out by account
     *     managers and by users whose name is unique in the installation
     * @param name what was typed as the name
     */
    public static TypedName of(String system, String name) {
        String slug = cutSystem(Text.stripped(system)).toLowerCase(Locale.ROOT);
        return new TypedName(Optional.of(slug).filter(text -> !text.isEmpty()), name);
    }

    /** @return as much of what was typed as the system as is ever looked at */
    public static String cutSystem(String typed) {
        return cut(typed, MOST_OF_SYSTEM);
    }

    /** @return as much of what was typed as the name as is ever looked at */
    public static String cutName(String typed) {
        return cut(typed, MOST_OF_NAME);
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
