package org.licencedesk.web.json;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.licencedesk.kernel.Page;

/** A page of a list in the contract. */
public record ListJson<T>(List<T> items, Optional<String> next) {

    /** @return the page in this form, each row translated */
    public static <S, T> ListJson<T> of(Page<S> page, Function<S, T> row) {
        return new ListJson<>(page.items().stream().map(row).toList(), page.next());
    }
}
