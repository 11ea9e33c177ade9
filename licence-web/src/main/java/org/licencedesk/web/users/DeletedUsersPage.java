package org.licencedesk.web.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.seats.directory.Tombstone;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /users?deleted=yes}: the users who were deleted, the latest first (R22). */
@Named
@RequestScoped
public class DeletedUsersPage {

    private static final String ADDRESS = "/users?deleted=yes";

    private static final int ROWS = 50;

    @Inject
    private UserDirectory directory;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    private final Lazy<Page<Tombstone>> rows = new Lazy<>(this::read);

    /** Whether the address asks for deleted users. */
    static boolean isWanted(HttpServletRequest request) {
        return "yes".equals(request.getParameter("deleted"));
    }

    /** @return the address of the list from its beginning, without a search */
    public String getAddress() {
        return ADDRESS;
    }

    /** @return what is looked for, or blank */
    public String getSought() {
        return parameter("q").orElse("");
    }

    /** @return the deleted users of the page */
    public List<Tombstone> getUsers() {
        return rows().items();
    }

    /** @return the address of the next page, or blank */
    public String getNext() {
        String search = parameter("q").map(text -> "&q=" + encoded(text)).orElse("");
        return rows().next()
                .map(cursor -> ADDRESS + search + "&cursor=" + encoded(cursor))
                .orElse("");
    }

    private Page<Tombstone> rows() {
        return rows.get();
    }

    /** What an address says that cannot be is left out, as if it were not there. */
    private Page<Tombstone> read() {
        try {
            return read(parameter("q"), parameter("cursor"));
        } catch (InvalidValue e) {
            return read(Optional.empty(), Optional.empty());
        }
    }

    private Page<Tombstone> read(Optional<String> sought, Optional<String> cursor) {
        Actor who = actor.get();
        return directory.deleted(who.tenant().orElseThrow(), sought, new PageRequest(cursor, ROWS), who);
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(page.request().getParameter(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
