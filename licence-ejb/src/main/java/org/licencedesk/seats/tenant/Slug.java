package org.licencedesk.seats.tenant;

import java.util.regex.Pattern;
import org.licencedesk.kernel.InvalidValue;

/** The name of a tenant in addresses: a small letter, then 1 to 62 small letters, digits or hyphens. */
public record Slug(String text) {

    /** How long it may be. */
    public static final int LONGEST = 63;

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1," + (LONGEST - 1) + "}");

    /** @throws InvalidValue if the text cannot be a slug */
    public Slug {
        if (!isSlug(text)) {
            throw new InvalidValue("slug", InvalidValue.Problem.NOT_IN_FORM);
        }
    }

    /** @return whether the text can be a slug */
    public static boolean isSlug(String text) {
        return FORM.matcher(text).matches();
    }
}
