package org.licencedesk.web.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.change.UserRemoval;
import org.licencedesk.seats.directory.Tombstone;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /users/ID} of a deleted user: what is still known, and the erasing of it (R22). */
@Named
@RequestScoped
public class DeletedUserPage {

    private static final String TEXTS = "usersText";

    @Inject
    private UserAddress address;

    @Inject
    private UserRemoval removal;

    @Inject
    private CurrentActor actor;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    /** Removes name and mail, and shows what is left. */
    public void erase() {
        UserId user = deleted().user().id();
        if (refusals.done("eraseForm", () -> removal.erase(actor.tenant(), user, actor.get()))) {
            toasts.say(page.text(TEXTS, "erased.done"));
            page.redirect("/users/" + user);
        }
    }

    /** @return the deleted user */
    public Tombstone deleted() {
        return address.deleted().orElseThrow(NotFound::new);
    }

    /** @return whether name and mail are gone */
    public boolean isErased() {
        return deleted().erasedAt().isPresent();
    }

    /** @return the name, or what stands in its place */
    public String getName() {
        return isErased() ? page.text(TEXTS, "erased") : deleted().user().displayName();
    }
}
