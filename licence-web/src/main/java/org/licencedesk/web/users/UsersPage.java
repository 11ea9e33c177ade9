package org.licencedesk.web.users;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.seats.directory.Count;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.seats.directory.UserSlice;
import org.licencedesk.seats.directory.UserSort;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /users}: the list of users, as its address says (R5). */
@Named
@ViewScoped
public class UsersPage implements Serializable {

    @Inject
    private UserDirectory directory;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    private transient @Nullable UsersAddress address;

    private final Lazy<UserSlice> rows = new Lazy<>(() -> read(address()));

    private final Lazy<Count> count = new Lazy<>(this::readCount);

    /** Reads the address. */
    @PostConstruct
    void read() {
        address = UsersAddress.of(page.request().getParameterMap());
    }

    /** @return what the address asks for */
    public UsersAddress address() {
        UsersAddress known = address;
        return known == null ? UsersAddress.of(Map.of()) : known;
    }

    /** @return the users of the page */
    public List<User> users() {
        return rows().items();
    }

    /** @return whether the system has no users but the one who looks */
    public boolean isAlone() {
        return !address().isFiltered() && count().number() == 1;
    }

    /** @return how many users match */
    public Count count() {
        return count.get();
    }

    private Count readCount() {
        return directory.count(actor.tenant(), address().filter(), actor.get());
    }

    /** @return the address of the page before, or blank */
    public String previous() {
        return rows().previous().map(address()::at).orElse("");
    }

    /** @return the address of the next page, or blank */
    public String next() {
        return rows().next().map(address()::at).orElse("");
    }

    /** Reads the rows afresh, because some were changed. */
    public void forget() {
        rows.forget();
        count.forget();
    }

    private UserSlice rows() {
        return rows.get();
    }

    /** A place that is none any more, as in an address that was cut off, is the beginning. */
    private UserSlice read(UsersAddress wanted) {
        try {
            return directory.page(actor.tenant(), wanted.query(), actor.get());
        } catch (InvalidValue e) {
            return directory.page(actor.tenant(), UsersAddress.of(Map.of()).query(), actor.get());
        }
    }

    /** @return how the column is sorted, as {@code aria-sort} takes it */
    public @Nullable String sorted(UserSort.Key key) {
        UserSort sort = address().sort();
        return sort.key() == key ? (sort.descending() ? "descending" : "ascending") : null;
    }

    /** @return the numbers of rows that a page can have */
    public List<Integer> getSizes() {
        return UsersAddress.SIZES;
    }
}
