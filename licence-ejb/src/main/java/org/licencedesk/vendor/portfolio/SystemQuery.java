package org.licencedesk.vendor.portfolio;

import java.util.Optional;

/**
 * Which systems of a portfolio, and in which order.
 *
 * @param text what the name or the slug contains, in whatever case
 * @param waiting whether only those whose request waits for the account manager
 * @param page which page, from 1; after the last one there is the last one
 * @param size how many a page has at most
 */
public record SystemQuery(Optional<String> text, boolean waiting, SystemSort sort, int page, int size) {

    /** @throws IllegalArgumentException if there can be no such page */
    public SystemQuery {
        if (page < 1 || size < 1) {
            throw new IllegalArgumentException("Pages are counted from 1: " + page + ", " + size);
        }
    }
}
