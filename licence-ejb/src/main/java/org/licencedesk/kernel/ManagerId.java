package org.licencedesk.kernel;

import java.util.Optional;
import java.util.UUID;

/** Identity of an account manager. */
public record ManagerId(UUID value) {

    /** @return a fresh identity */
    public static ManagerId create() {
        return new ManagerId(Identifiers.next());
    }

    /**
     * @param text an id as a client sends it
     * @return the identity, or empty if the text cannot be one
     */
    public static Optional<ManagerId> parse(String text) {
        return Identifiers.parse(text).map(ManagerId::new);
    }
}
