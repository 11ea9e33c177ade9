package org.licencedesk.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the rows, in the list's order
 * @param next where the next page begins, or empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /**
     * @param found the rows found, where one more than {@code limit} was asked for
     * @param limit how many rows the page has at most
     * @param cursor names the place after a row
     * @return the page
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), Optional.empty());
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, Optional.of(cursor.apply(items.get(limit - 1))));
    }

    /** @return the page with each row translated */
    public <R> Page<R> map(Function<T, R> translation) {
        return new Page<>(items.stream().map(translation).toList(), next);
    }
}
