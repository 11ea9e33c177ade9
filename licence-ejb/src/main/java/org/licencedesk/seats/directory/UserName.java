package org.licencedesk.seats.directory;

import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Text;

/**
 * The name that a user signs in with: 1 to 100 characters, unique in the tenant without regard to case.
 *
 * @param text the name as it is kept (R40)
 */
public record UserName(String text) {

    /** How long it may be. */
    public static final int LONGEST = 100;

    /** @throws InvalidValue if the text cannot be a user name */
    public UserName {
        text = Text.name("userName", text, LONGEST);
    }
}
