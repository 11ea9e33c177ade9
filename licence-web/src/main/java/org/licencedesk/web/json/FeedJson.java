package org.licencedesk.web.json;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.licencedesk.kernel.Page;

/**
 * A page of a feed in the contract, which is read on by sequence.
 *
 * @param next the sequence after which the next page begins; empty on the last one
 */
public record FeedJson<T>(List<T> items, Optional<Long> next) {

    /** @return the page in this form, each row translated */
    public static <S, T> FeedJson<T> of(Page<S> page, Function<S, T> row) {
        return new FeedJson<>(
                page.items().stream().map(row).toList(), page.next().map(Long::valueOf));
    }
}
