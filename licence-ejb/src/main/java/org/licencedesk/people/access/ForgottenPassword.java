package org.licencedesk.people.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import org.licencedesk.kernel.WithoutPermission;

/** Has a one-time link sent to whoever forgot their password. */
@Stateless
@WithoutPermission("whoever forgot their password is nobody yet")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ForgottenPassword {

    @Inject
    private Accounts accounts;

    @Inject
    private LinkThrottle throttle;

    @Inject
    private ForgottenPasswordMail mail;

    /**
     * Asks for a link. Nothing tells whether there is such an account, not even the time that this takes: the account is
     * looked for afterwards.
     *
     * @param typed which account is meant
     * @param address the network address that asks
     * @param language the one of the page on which it is asked
     * @throws TooManyAttempts if this was asked too often; says how long to wait
     */
    public void ask(TypedName typed, ClientAddress address, Locale language) {
        TooManyAttempts.refuse(throttle.arrive(address).or(() -> throttle.ask(accounts.key(typed))));
        mail.write(typed, language);
    }
}
