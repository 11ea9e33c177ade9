package org.licencedesk.web.systems;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.Text;
import org.licencedesk.vendor.portfolio.SystemQuery;
import org.licencedesk.vendor.portfolio.SystemSort;
import org.licencedesk.web.page.ListAddress;

/** What the list of systems shows, as its address says it. */
public record SystemsAddress(String text, boolean waiting, SystemSort sort, int page) {

    private static final int SIZE = 50;

    private static final String PAGE = "/systems";

    /** What one wants to see the most of first. */
    private static final Set<SystemSort.Key> MOST_FIRST = Set.of(SystemSort.Key.USED, SystemSort.Key.LAST_CHANGE);

    static SystemsAddress of(Map<String, String[]> parameters) {
        ListAddress asked = ListAddress.asked(parameters);
        return new SystemsAddress(
                asked.text("q").orElse(""),
                asked.truth("waiting").orElse(false),
                asked.text("sort").flatMap(SystemSort::parse).orElse(SystemSort.BY_REQUEST),
                asked.number("page").orElse(1));
    }

    SystemQuery query() {
        return new SystemQuery(
                Optional.of(Text.normalised(text)).filter(letters -> !letters.isEmpty()), waiting, sort, page, SIZE);
    }

    /** @return whether the list shows only some of the systems */
    public boolean isFiltered() {
        return !Text.normalised(text).isEmpty() || waiting;
    }

    /** @return the address of the list of those that wait for the account manager, or of all */
    public String toggledWaiting() {
        return at(1).with("waiting", !waiting, false).toString();
    }

    /** @return the address of all systems, in the same order */
    public String unfiltered() {
        return at(1).with("q", "").with("waiting", false, false).toString();
    }

    /** @return the address of the list in the order of the key; in the opposite one if it is that already */
    public String sortedBy(SystemSort.Key key) {
        boolean descending = sort.key() == key ? !sort.descending() : MOST_FIRST.contains(key);
        return at(1).with("sort", new SystemSort(key, descending), SystemSort.BY_REQUEST)
                .toString();
    }

    /** @return the address of another page of the same list */
    ListAddress at(int other) {
        return ListAddress.of(PAGE)
                .with("q", Text.normalised(text))
                .with("waiting", waiting, false)
                .with("sort", sort, SystemSort.BY_REQUEST)
                .with("page", other, 1);
    }
}
