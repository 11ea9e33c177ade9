package org.licencedesk.web.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Text;
import org.licencedesk.seats.directory.Tombstone;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.ListAddress;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /users?deleted=yes}: the users who were deleted, the latest first (R22). */
@Named
@RequestScoped
public class DeletedUsersPage {

    private static final ListAddress ADDRESS = ListAddress.of("/users").with("deleted", true);

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
        return ListAddress.asked(request.getParameterMap()).truth("deleted").orElse(false);
    }

    /** @return the address of the list from its beginning, without a search */
    public String getAddress() {
        return ADDRESS.toString();
    }

    /** @return what is looked for, or blank */
    public String getSought() {
        return sought().orElse("");
    }

    /** @return the deleted users of the page */
    public List<Tombstone> getUsers() {
        return rows.get().items();
    }

    /** @return the address of the next page, or blank */
    public String getNext() {
        return rows.get()
                .next()
                .map(cursor ->
                        ADDRESS.with("q", sought()).with("cursor", cursor).toString())
                .orElse("");
    }

    /** What an address says that cannot be is left out, as if it were not there. */
    private Page<Tombstone> read() {
        try {
            return read(sought(), asked().text("cursor"));
        } catch (InvalidValue e) {
            return read(Optional.empty(), Optional.empty());
        }
    }

    private Page<Tombstone> read(Optional<String> sought, Optional<String> cursor) {
        return directory.deleted(actor.tenant(), sought, new PageRequest(cursor, ROWS), actor.get());
    }

    private Optional<String> sought() {
        return asked().text("q").map(Text::stripped);
    }

    private ListAddress asked() {
        return ListAddress.asked(page.request().getParameterMap());
    }
}
