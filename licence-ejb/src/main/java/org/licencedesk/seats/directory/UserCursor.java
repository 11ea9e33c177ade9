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
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;

/**
 * A place in a list of users: after one row, by the values that order it. It stays right whatever is added or deleted.
 *
 * @param value the row's value of the sorted column: a text, the name of a status or a role, or an instant
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
                    case ROLE -> user.role().name();
                    case LAST_SIGN_IN ->
                        user.lastSignInAt().orElse(UserSort.Key.NEVER).toString();
                };
        String tie =
                switch (sort.key()) {
                    case STATUS, ROLE -> user.userName();
                    default -> user.id().toString();
                };
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
            case STATUS -> named(UserStatus.values(), value).map(status -> new UserCursor(status, tie));
            case ROLE -> named(Role.values(), value).map(role -> new UserCursor(role, tie));
            case CREATED_AT, LAST_SIGN_IN ->
                instant(value).flatMap(instant -> Identifiers.parse(tie).map((UUID id) -> new UserCursor(instant, id)));
        };
    }

    private static Optional<String> named(Enum<?>[] constants, String name) {
        return Arrays.stream(constants).map(Enum::name).filter(name::equals).findFirst();
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
