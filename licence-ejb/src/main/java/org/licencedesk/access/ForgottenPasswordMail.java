package org.licencedesk.access;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.licencedesk.kernel.BackgroundWork;

/** Finds who asked for a link, while nobody waits for it any more. */
@Stateless
public class ForgottenPasswordMail {

    @Inject
    private Accounts accounts;

    @Inject
    private LinkMails mails;

    /** Has the link sent, if there is such a user who can sign in and has a mail address. */
    @Asynchronous
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void write(Optional<String> system, String userName) {
        BackgroundWork.once(() -> accounts.find(system, userName)
                .filter(Account::canSignIn)
                .filter(account -> account.id().isUser())
                .ifPresent(mails::sendForgotten));
    }
}
