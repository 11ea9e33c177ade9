package org.licencedesk.web.users;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.directory.UserFilter;
import org.licencedesk.seats.directory.UserQuery;
import org.licencedesk.seats.directory.UserSort;

/**
 * What the list of users shows, as its address says it, so that Back, reload and a link that was sent show the same.
 * What an address says that cannot be is left out, as if it were not there.
 */
public record UsersAddress(
        String prefix,
        Set<UserStatus> statuses,
        Optional<Role> role,
        Optional<Boolean> licence,
        UserSort sort,
        int size,
        Optional<String> cursor) {

    /** How many rows a page can have. */
    static final List<Integer> SIZES = List.of(20, 50, 100, 200);

    private static final int USUAL_SIZE = 50;

    private static final String PAGE = "/users";

    static UsersAddress of(Map<String, String[]> parameters) {
        Function<String, Optional<String>> first =
                name -> values(parameters, name).filter(text -> !text.isBlank()).findFirst();
        return new UsersAddress(
                first.apply("q").orElse(""),
                values(parameters, "status")
                        .flatMap(text -> constants(text, UserStatus.values()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(UserStatus.class))),
                first.apply("role")
                        .flatMap(text -> constants(text, Role.values()).findFirst())
                        .filter(Role::isHeldByUsers),
                first.apply("licence")
                        .filter(text -> text.equals("yes") || text.equals("no"))
                        .map("yes"::equals),
                first.apply("sort").flatMap(UserSort::parse).orElse(UserSort.BY_USER_NAME),
                first.apply("size")
                        .filter(text -> text.matches("\\d{1,3}"))
                        .map(Integer::valueOf)
                        .filter(SIZES::contains)
                        .orElse(USUAL_SIZE),
                first.apply("cursor"));
    }

    private static Stream<String> values(Map<String, String[]> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).stream().flatMap(Arrays::stream);
    }

    private static <E extends Enum<E>> Stream<E> constants(String names, E[] all) {
        Set<String> wanted = Set.copyOf(Arrays.asList(names.split(",", -1)));
        return Stream.of(all).filter(constant -> wanted.contains(constant.name()));
    }

    /** @return whether the list shows only some of the users */
    public boolean isFiltered() {
        return !prefix.isBlank() || !statuses.isEmpty() || role.isPresent() || licence.isPresent();
    }

    UserFilter filter() {
        return new UserFilter(
                UserFilter.statuses(statuses.isEmpty() ? EnumSet.allOf(UserStatus.class) : statuses, licence),
                role,
                Optional.of(prefix.strip()).filter(text -> !text.isEmpty()));
    }

    UserQuery query() {
        return new UserQuery(filter(), sort, cursor, size);
    }

    /** @return the address of the same list from another place on */
    public String at(Optional<String> place) {
        return new UsersAddress(prefix, statuses, role, licence, sort, size, place).toString();
    }

    /** @return the address of the list that has only users with a seat, or of the one that has any */
    public String toggledLicence() {
        Optional<Boolean> other = licence.isPresent() ? Optional.empty() : Optional.of(true);
        return new UsersAddress(prefix, statuses, role, other, sort, size, Optional.empty()).toString();
    }

    /** @return the address of the list in the order of the key; in the opposite one if it is that already */
    public String sortedBy(UserSort.Key key) {
        boolean descending = sort.key() == key && !sort.descending();
        return new UsersAddress(prefix, statuses, role, licence, new UserSort(key, descending), size, Optional.empty())
                .toString();
    }

    /** @return the address of the same list with so many rows a page */
    public String ofSize(int rows) {
        return new UsersAddress(prefix, statuses, role, licence, sort, rows, Optional.empty()).toString();
    }

    /** @return the query of the address, from the first page on */
    String parameters() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("q", prefix.strip());
        given.put("status", statuses.stream().map(UserStatus::name).collect(Collectors.joining(",")));
        given.put("role", role.map(Role::name).orElse(""));
        given.put("licence", licence.map(yes -> yes ? "yes" : "no").orElse(""));
        given.put("sort", sort.equals(UserSort.BY_USER_NAME) ? "" : sort.toString());
        given.put("size", size == USUAL_SIZE ? "" : Integer.toString(size));
        given.put("cursor", cursor.orElse(""));
        return given.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        String parameters = parameters();
        return PAGE + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
