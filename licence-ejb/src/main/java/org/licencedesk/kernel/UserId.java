package org.licencedesk.kernel;

import java.util.Optional;
import java.util.UUID;

/** Identity of a user, kept by its tombstone and by the ledger after the user is deleted (R22). */
public record UserId(UUID value) {

    /** @return a fresh identity */
    public static UserId create() {
        return new UserId(Identifiers.next());
    }

    /**
     * @param text an id as a client sends it
     * @return the identity, or empty if the text cannot be one
     */
    public static Optional<UserId> parse(String text) {
        return Identifiers.parse(text).map(UserId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
