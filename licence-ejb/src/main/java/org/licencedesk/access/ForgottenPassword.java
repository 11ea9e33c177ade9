package org.licencedesk.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Has a one-time link sent to whoever forgot their password. */
@Stateless
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
     * @param system the slug of the tenant; may be left out by users whose name is unique in the installation
     * @param userName a user name, in any case
     * @param address the network address that asks
     * @throws TooManyAttempts if this was asked too often; says how long to wait
     */
    public void ask(Optional<String> system, String userName, String address) {
        String name = userName.substring(0, Math.min(userName.length(), Accounts.LONGEST_NAME));
        Optional<Duration> wait = throttle.begin(system.orElse("") + " " + accounts.sameFor(name), address);
        if (wait.isPresent()) {
            throw new TooManyAttempts(wait.get());
        }
        mail.write(system, name);
    }
}
