package org.licencedesk.seats.directory;

import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Text;

/**
 * The name that others see: 1 to 200 characters.
 *
 * @param text the name as it is kept (R40)
 */
public record DisplayName(String text) {

    /** @throws InvalidValue if the text cannot be a display name */
    public DisplayName {
        text = Text.name("displayName", text);
    }
}
