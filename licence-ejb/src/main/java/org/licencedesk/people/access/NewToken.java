package org.licencedesk.people.access;

import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Text;

/**
 * What a token is to be.
 *
 * @param name what it is for, 1 to 100 characters
 * @param expiry from when on it opens nothing any more, if it is to end by itself
 */
public record NewToken(String name, Optional<Instant> expiry) {

    /** How long the name may be. */
    public static final int LONGEST_NAME = 100;

    /** @throws InvalidValue if the name cannot be one */
    public NewToken {
        name = Text.name("name", name, LONGEST_NAME);
    }
}
