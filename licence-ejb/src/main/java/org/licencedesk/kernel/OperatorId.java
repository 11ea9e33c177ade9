package org.licencedesk.kernel;

import java.util.Optional;
import java.util.UUID;

/** Identity of an operator, one of the vendor's staff who signs in. */
public record OperatorId(UUID value) {

    /** @return a fresh identity */
    public static OperatorId create() {
        return new OperatorId(Identifiers.next());
    }

    /**
     * @param text an id as a page names it
     * @return the identity, or empty if the text cannot be one
     */
    public static Optional<OperatorId> parse(String text) {
        return Identifiers.parse(text).map(OperatorId::new);
    }
}
