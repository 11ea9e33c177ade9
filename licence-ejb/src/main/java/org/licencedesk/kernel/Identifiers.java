package org.licencedesk.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Makes and reads the identities of rows: UUID version 7 (RFC 9562), whose order of time keeps inserts together. */
public final class Identifiers {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    /** Sorts before every identity. */
    public static final UUID FIRST = new UUID(0, 0);

    /** Sorts after every identity of ours. */
    public static final UUID LAST = new UUID(-1, -1);

    private Identifiers() {}

    /** @return a fresh identity */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /**
     * @param text an id as a client sends it
     * @return the identity if the text is the canonical form of one
     */
    public static Optional<UUID> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text.toLowerCase(Locale.ROOT)) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
