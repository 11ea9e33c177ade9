package org.licencedesk.web.systems;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.licencedesk.vendor.portfolio.SystemQuery;
import org.licencedesk.vendor.portfolio.SystemSort;

/**
 * What the list of systems shows, as its address says it, so that Back, reload and a link that was sent show the same.
 * What an address says that cannot be is left out, as if it were not there.
 */
public record SystemsAddress(String text, boolean waiting, SystemSort sort, int page) {

    private static final int SIZE = 50;

    private static final String PAGE = "/systems";

    /** What one wants to see the most of first. */
    private static final Set<SystemSort.Key> MOST_FIRST = Set.of(SystemSort.Key.USED, SystemSort.Key.LAST_CHANGE);

    static SystemsAddress of(Map<String, String[]> parameters) {
        Function<String, Optional<String>> first = name -> Optional.ofNullable(parameters.get(name)).stream()
                .flatMap(Stream::of)
                .filter(text -> !text.isBlank())
                .findFirst();
        return new SystemsAddress(
                first.apply("q").orElse(""),
                first.apply("waiting").filter("yes"::equals).isPresent(),
                first.apply("sort").flatMap(SystemSort::parse).orElse(SystemSort.BY_REQUEST),
                first.apply("page")
                        .filter(text -> text.matches("[1-9]\\d{0,5}"))
                        .map(Integer::valueOf)
                        .orElse(1));
    }

    SystemQuery query() {
        return new SystemQuery(
                Optional.of(text.strip()).filter(letters -> !letters.isEmpty()), waiting, sort, page, SIZE);
    }

    /** @return whether the list shows only some of the systems */
    public boolean isFiltered() {
        return !text.isBlank() || waiting;
    }

    /** @return the address of the list of those that wait for the account manager, or of all */
    public String toggledWaiting() {
        return new SystemsAddress(text, !waiting, sort, 1).toString();
    }

    /** @return the address of the list in the order of the key; in the opposite one if it is that already */
    public String sortedBy(SystemSort.Key key) {
        boolean descending = sort.key() == key ? !sort.descending() : MOST_FIRST.contains(key);
        return new SystemsAddress(text, waiting, new SystemSort(key, descending), 1).toString();
    }

    /** @return the address of another page of the same list */
    public String at(int other) {
        return new SystemsAddress(text, waiting, sort, other).toString();
    }

    @Override
    public String toString() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("q", text.strip());
        given.put("waiting", waiting ? "yes" : "");
        given.put("sort", sort.equals(SystemSort.BY_REQUEST) ? "" : sort.toString());
        given.put("page", page == 1 ? "" : Integer.toString(page));
        String parameters = given.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return PAGE + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
