package org.licencedesk.web.page;

import java.util.Optional;
import java.util.function.Function;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;

/** Reads the page of a list that an address names. */
public final class Paging {

    private Paging() {}

    /** @return the page; the first one where the address names none that there could be */
    public static <T> Page<T> read(Optional<String> cursor, int size, Function<PageRequest, Page<T>> list) {
        try {
            return list.apply(new PageRequest(cursor, size));
        } catch (InvalidValue e) {
            return list.apply(PageRequest.first(size));
        }
    }
}
