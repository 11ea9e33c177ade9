package org.licencedesk.seats.request;

import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Identifiers;

/** Identity of a reduction request. */
public record RequestId(UUID value) {

    /**
     * @param text an id as a client sends it
     * @return the identity, or empty if the text cannot be one
     */
    public static Optional<RequestId> parse(String text) {
        return Identifiers.parse(text).map(RequestId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
