package org.licencedesk.web.systems;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.seats.directory.UserFilter;
import org.licencedesk.seats.directory.UserQuery;
import org.licencedesk.seats.directory.UserSlice;
import org.licencedesk.seats.directory.UserSort;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.ListAddress;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /systems/SLUG/users}: the users of a system of the portfolio, to be looked at and not changed (R2). */
@Named
@RequestScoped
public class SystemUsersPage {

    private static final int ROWS = 50;

    private static final UserSlice NOBODY = new UserSlice(List.of(), Optional.empty(), Optional.empty());

    @Inject
    private UserDirectory directory;

    @Inject
    private SystemPage system;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    private String sought = "";

    private Optional<String> cursor = Optional.empty();

    private final Lazy<UserSlice> users = new Lazy<>(this::read);

    /** Reads the address. */
    @PostConstruct
    void begin() {
        ListAddress asked = ListAddress.asked(page.request().getParameterMap());
        sought = asked.text("q").map(String::strip).orElse("");
        cursor = asked.text("cursor");
    }

    /** Shows the error page where the portfolio has no such system, or the reader is no account manager. */
    public void require() {
        if (!Permission.SEE_USERS.isGivenTo(actor.get().role())) {
            page.fail(HttpServletResponse.SC_FORBIDDEN);
        } else {
            system.require();
        }
    }

    /** A place that is none is the beginning, and what nobody can be called finds nobody. */
    private UserSlice read() {
        return find(cursor).or(() -> find(Optional.empty())).orElse(NOBODY);
    }

    private Optional<UserSlice> find(Optional<String> place) {
        try {
            UserFilter filter = new UserFilter(
                    EnumSet.allOf(UserStatus.class),
                    Optional.empty(),
                    Optional.of(sought).filter(text -> !text.isEmpty()));
            return Optional.of(directory.page(
                    system.tenant(), new UserQuery(filter, UserSort.BY_USER_NAME, place, ROWS), actor.get()));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** @return the users of the page, by user name */
    public UserSlice users() {
        return users.get();
    }

    /** @return what is searched for, or blank */
    public String getSought() {
        return sought;
    }

    /** @return the address of the page before, or blank */
    public String previous() {
        return users().previous().map(this::at).orElse("");
    }

    /** @return the address of the next page, or blank */
    public String next() {
        return users().next().map(this::at).orElse("");
    }

    private String at(String place) {
        return ListAddress.of("/systems/" + system.profile().slug().text() + "/users")
                .with("q", sought)
                .with("cursor", place)
                .toString();
    }
}
