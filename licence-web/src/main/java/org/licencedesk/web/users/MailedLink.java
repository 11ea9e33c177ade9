package org.licencedesk.web.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.licencedesk.messages.mail.Notices;
import org.licencedesk.people.access.SignInLinks;
import org.licencedesk.seats.directory.User;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** Offers to mail a user their one-time link, where mails leave the installation. */
@Named
@RequestScoped
public class MailedLink {

    @Inject
    private SignInLinks links;

    @Inject
    private Notices notices;

    @Inject
    private CurrentActor actor;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    /** @return whether the user can be sent a link */
    public boolean isFor(User user) {
        return user.status().canSignIn() && user.email().isPresent() && notices.bringLinks();
    }

    /** Has the link sent, and says so. */
    User send(User user) {
        links.mail(actor.tenant(), user.id(), actor.get());
        toasts.say(page.text("usersText", "link.mailed", user.email().orElse("")));
        return user;
    }
}
