package org.licencedesk.kernel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.licencedesk.kernel.InvalidValue.Problem;

/**
 * Which page of a list is wanted (keyset pagination).
 *
 * @param cursor where it begins, as the page before said; empty for the first page
 * @param size how many rows it has at most, from 1
 */
public record PageRequest(Optional<String> cursor, int size) {

    private static final String NUMBER = "[1-9][0-9]{0,17}";

    /** @return the first page */
    public static PageRequest first(int size) {
        return new PageRequest(Optional.empty(), size);
    }

    /** @return how many rows are to be read, so that it is known whether there is a page after this one */
    public int rows() {
        return size + 1;
    }

    /**
     * @return the identity that the cursor is
     * @throws InvalidValue if it is none
     */
    public Optional<UUID> identity() {
        return cursor.map(text -> Identifiers.parse(text).orElseThrow(PageRequest::invalidCursor));
    }

    /**
     * @return the whole number from 1 that the cursor is
     * @throws InvalidValue if it is none
     */
    public Optional<Long> number() {
        return cursor.map(text -> {
            if (!text.matches(NUMBER)) {
                throw invalidCursor();
            }
            return Long.parseLong(text);
        });
    }

    /** @return the page that the rows make, of which one more than its size was asked for */
    public <T> Page<T> of(List<T> found, Function<T, String> cursorOf) {
        return Page.of(found, size, cursorOf);
    }

    /** @return the refusal of a cursor that no page gave out */
    public static InvalidValue invalidCursor() {
        return new InvalidValue("cursor", Problem.NOT_IN_FORM);
    }
}
