package org.licencedesk.people.access;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.platform.BackgroundWork;

/** Finds who asked for a link, while nobody waits for it any more. */
@Stateless
@WithoutPermission("whoever forgot their password is nobody yet")
public class ForgottenPasswordMail {

    @Inject
    private Accounts accounts;

    @Inject
    private LinkMails mails;

    @Inject
    private LinkThrottle throttle;

    /**
     * Has the link sent, if there is such a user who can sign in and has a mail address, and did not get as many already.
     *
     * @param language the one of the page on which it was asked for
     */
    @Asynchronous
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void write(TypedName typed, Locale language) {
        BackgroundWork.once(() -> accounts.find(typed)
                .filter(Account::canSignIn)
                .filter(account -> account.id().isUser())
                .filter(account -> throttle.maySend(account.id()))
                .ifPresent(account -> mails.sendForgotten(account, language)));
    }
}
