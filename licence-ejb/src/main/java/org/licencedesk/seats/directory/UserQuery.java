package org.licencedesk.seats.directory;

import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;

/**
 * Which users of a tenant, in which order, from where.
 *
 * @param filter which users
 * @param sort the order
 * @param cursor where the page begins, or at the first row
 * @param size how many rows at most, 1 to 200
 */
public record UserQuery(UserFilter filter, UserSort sort, Optional<String> cursor, int size) {

    /** How many rows a page has at most. */
    public static final int MOST = 200;

    /** @throws InvalidValue if the size is out of range */
    public UserQuery {
        if (size < 1 || size > MOST) {
            throw new InvalidValue("limit", InvalidValue.Problem.OUT_OF_RANGE);
        }
    }

    /** @return the first and longest page of these users */
    public static UserQuery longest(UserFilter filter, UserSort sort) {
        return new UserQuery(filter, sort, Optional.empty(), MOST);
    }

    /** @return the page of the same list that begins there */
    UserQuery from(Optional<String> place) {
        return new UserQuery(filter, sort, place, size);
    }

    /**
     * @return the rows of the page, and one more, so that it is known whether there is a page after it
     * @throws InvalidValue if the cursor is none of a list in that order
     */
    UserRows rows() {
        return new UserRows(filter, sort, cursor.map(text -> UserCursor.parse(text, sort)), size + 1);
    }
}
