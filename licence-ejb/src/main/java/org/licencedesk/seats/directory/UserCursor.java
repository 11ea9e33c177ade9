package org.licencedesk.seats.directory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.UserStatus;

/**
 * A place in a list of users: after one row, by the values that order it. It stays right whatever is added or deleted.
 *
 * @param value the row's value of the sorted column: a text, a status' name, or an instant
 * @param tie the row's value of the column that orders equal ones: a user name or an identity
 */
record UserCursor(Object value, Object tie) {

    private static final String SEPARATOR = "\n";

    static String after(User user, UserSort sort) {
        String value =
                switch (sort.key()) {
                    case USER_NAME -> user.userName();
                    case DISPLAY_NAME -> user.displayName();
                    case STATUS -> user.status().name();
                    case CREATED_AT -> user.createdAt().toString();
                };
        String tie =
                sort.key() == UserSort.Key.STATUS ? user.userName() : user.id().toString();
        String text = String.join(SEPARATOR, sort.toString(), value, tie);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws InvalidValue if the text is no cursor of a list in this order */
    static UserCursor parse(String text, UserSort sort) {
        return find(text, sort).orElseThrow(PageRequest::invalidCursor);
    }

    /** @return the place, if the text is a cursor of a list in this order */
    static Optional<UserCursor> find(String text, UserSort sort) {
        return decode(text)
                .map(decoded -> decoded.split(SEPARATOR, -1))
                .filter(parts -> parts.length == 3 && parts[0].equals(sort.toString()))
                .flatMap(parts -> typed(parts[1], parts[2], sort.key()));
    }

    private static Optional<UserCursor> typed(String value, String tie, UserSort.Key key) {
        return switch (key) {
            case USER_NAME, DISPLAY_NAME -> Identifiers.parse(tie).map(id -> new UserCursor(value, id));
            case STATUS ->
                Arrays.stream(UserStatus.values())
                        .filter(status -> status.name().equals(value))
                        .findFirst()
                        .map(status -> new UserCursor(status.name(), tie));
            case CREATED_AT ->
                instant(value).flatMap(instant -> Identifiers.parse(tie).map((UUID id) -> new UserCursor(instant, id)));
        };
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
