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
}
