package org.licencedesk.seats.directory;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The order of a list of users. Users of the same display name, status, role or instant follow each other by user name or
 * identity, so that the order is total; who never signed in comes before who did.
 *
 * @param key what to order by
 * @param descending whether from the last to the first
 */
public record UserSort(Key key, boolean descending) {

    /** By user name, ascending. */
    public static final UserSort BY_USER_NAME = new UserSort(Key.USER_NAME, false);

    /** What users can be ordered by. */
    public enum Key {
        // Unique; and the database does not read a unique index in the order of its column and another.
        USER_NAME("userName", "user_name", Optional.empty()),
        DISPLAY_NAME("displayName", "display_name", Optional.of("id")),
        STATUS("status", "status", Optional.of("user_name")),
        CREATED_AT("createdAt", "created_at", Optional.of("id")),
        ROLE("role", "role", Optional.of("user_name")),
        LAST_SIGN_IN("lastSignInAt", "signed_in", Optional.of("id"));

        /** When those signed in who never did. */
        static final Instant NEVER = Instant.EPOCH;

        private final String label;
        private final String column;
        private final Optional<String> tieBreaker;

        Key(String label, String column, Optional<String> tieBreaker) {
            this.label = label;
            this.column = column;
            this.tieBreaker = tieBreaker;
        }

        /** @return the name that clients use */
        public String label() {
            return label;
        }

        String column() {
            return column;
        }

        /** What orders rows that are equal in the column, where there can be any. */
        Optional<String> tieBreaker() {
            return tieBreaker;
        }
    }

    /** @return the same order, from the other end */
    UserSort reversed() {
        return new UserSort(key, !descending);
    }

    /** @return the order that the text names, a {@code -} before it for descending; or empty if it names none */
    public static Optional<UserSort> parse(String text) {
        boolean descending = text.startsWith("-");
        String label = descending ? text.substring(1) : text;
        return Arrays.stream(Key.values())
                .filter(key -> key.label.equals(label))
                .findFirst()
                .map(key -> new UserSort(key, descending));
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + key.label;
    }
}
