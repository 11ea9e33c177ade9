package org.licencedesk.web.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.directory.Tombstone;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Subpath;
import org.licencedesk.web.signin.CurrentActor;

/** What follows {@code /users} in the address: nothing, {@code new}, or the identity of one user, deleted or not. */
@Named
@RequestScoped
public class UserAddress {

    /** The forms of the page of a deleted user. */
    private static final Set<String> FORMS_OF_DELETED = Set.of("eraseForm", "personFile");

    @Inject
    private UserDirectory directory;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    private final Lazy<Optional<Tombstone>> deleted =
            new Lazy<>(() -> user().flatMap(user -> directory.tombstone(actor.tenant(), user, actor.get())));

    /** @return the name of the page that this is the address of */
    public String getPage() {
        return switch (Subpath.asked()) {
            case "" -> DeletedUsersPage.isWanted(page.request()) ? "deleted-users" : "users";
            case "new" -> "new-user";
            default -> deleted().isPresent() && isOfItsOwn() ? "deleted-user" : "user";
        };
    }

    /** Any other form was sent by the page of a user who was deleted meanwhile. */
    private boolean isOfItsOwn() {
        return !page.request().getMethod().equals("POST")
                || FORMS_OF_DELETED.stream().anyMatch(page.request().getParameterMap()::containsKey);
    }

    /** @return the user of the address; empty for what is no identity */
    Optional<UserId> user() {
        return Identifiers.parse(Subpath.asked()).map(UserId::new);
    }

    /** @return the deleted user of the address, as they are when first asked for in the request; empty for another one */
    Optional<Tombstone> deleted() {
        return deleted.get();
    }
}
