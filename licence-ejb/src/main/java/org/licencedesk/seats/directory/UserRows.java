package org.licencedesk.seats.directory;

import java.util.Optional;

/**
 * Which users are read.
 *
 * @param filter which users
 * @param sort the order
 * @param place after which row it begins, if not at the first
 * @param most how many at most
 */
record UserRows(UserFilter filter, UserSort sort, Optional<UserCursor> place, int most) {}
