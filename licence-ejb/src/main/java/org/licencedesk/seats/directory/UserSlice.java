package org.licencedesk.seats.directory;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list of users that can be turned in both directions.
 *
 * @param items the rows, in the list's order
 * @param previous the cursor of the page before, or empty at the beginning
 * @param next the cursor of the next page, or empty at the end
 */
public record UserSlice(List<User> items, Optional<String> previous, Optional<String> next) {}
