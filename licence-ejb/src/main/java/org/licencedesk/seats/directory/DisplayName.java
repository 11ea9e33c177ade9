package org.licencedesk.seats.directory;

import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Text;

/** The name that others see: 1 to 200 characters. */
public record DisplayName(String text) {

    /** @throws InvalidValue if the text cannot be a display name */
    public DisplayName {
        Text.name("displayName", text);
    }
}
