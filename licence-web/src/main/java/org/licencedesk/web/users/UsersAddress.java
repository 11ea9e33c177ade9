package org.licencedesk.web.users;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Text;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.directory.UserFilter;
import org.licencedesk.seats.directory.UserQuery;
import org.licencedesk.seats.directory.UserSort;
import org.licencedesk.web.page.ListAddress;

/** What the list of users shows, as its address says it. */
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
        ListAddress asked = ListAddress.asked(parameters);
        return new UsersAddress(
                asked.text("q").orElse(""),
                asked.constants("status", UserStatus.class),
                asked.constant("role", Role.class).filter(Role::isHeldByUsers),
                asked.truth("licence"),
                asked.text("sort").flatMap(UserSort::parse).orElse(UserSort.BY_USER_NAME),
                asked.number("size").filter(SIZES::contains).orElse(USUAL_SIZE),
                asked.text("cursor"));
    }

    /** @return whether the list shows only some of the users */
    public boolean isFiltered() {
        return !Text.stripped(prefix).isEmpty() || !statuses.isEmpty() || role.isPresent() || licence.isPresent();
    }

    UserFilter filter() {
        return new UserFilter(
                UserFilter.statuses(statuses.isEmpty() ? EnumSet.allOf(UserStatus.class) : statuses, licence),
                role,
                Optional.of(Text.stripped(prefix)).filter(text -> !text.isEmpty()));
    }

    UserQuery query() {
        return new UserQuery(filter(), sort, cursor, size);
    }

    /** @return the address of the same list from another place on */
    public String at(String place) {
        return address().with("cursor", place).toString();
    }

    /** @return the address of the list that has only users with a seat, or of the one that has any */
    public String toggledLicence() {
        return fromTheFirst().with("licence", licence.isPresent() ? "" : "yes").toString();
    }

    /** @return the address of the list in the order of the key; in the opposite one if it is that already */
    public String sortedBy(UserSort.Key key) {
        boolean descending = sort.key() == key && !sort.descending();
        return fromTheFirst()
                .with("sort", new UserSort(key, descending), UserSort.BY_USER_NAME)
                .toString();
    }

    /** @return the address of all users, in the same order and with as many rows a page */
    public String unfiltered() {
        return ListAddress.of(PAGE)
                .with("sort", sort, UserSort.BY_USER_NAME)
                .with("size", size, USUAL_SIZE)
                .toString();
    }

    /** @return the address of the same users, wherever in the list: what is selected among them */
    public String selection() {
        return fromTheFirst().with("sort", "").with("size", "").toString();
    }

    /** @return the address of the same list with so many rows a page */
    public String ofSize(int rows) {
        return fromTheFirst().with("size", rows, USUAL_SIZE).toString();
    }

    private ListAddress fromTheFirst() {
        return address().with("cursor", "");
    }

    private ListAddress address() {
        return ListAddress.of(PAGE)
                .with("q", Text.stripped(prefix))
                .with("status", statuses)
                .with("role", role)
                .with("licence", licence)
                .with("sort", sort, UserSort.BY_USER_NAME)
                .with("size", size, USUAL_SIZE)
                .with("cursor", cursor);
    }

    @Override
    public String toString() {
        return address().toString();
    }
}
