package org.licencedesk.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.Contention;
import org.licencedesk.kernel.TimeSource;

/** Lets people in by name and password, and says who they are as long as they may stay (R21). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

    @Inject
    private Accounts accounts;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private TimeSource time;

    /**
     * Tries a name and a password. Whatever is wrong, the answer is the same and takes the same time, and no status ever
     * changes.
     *
     * @param system the slug of the tenant; may be left out by account managers and by users whose name is unique in the
     *     installation
     * @param userName a user name, in any case, or the mail address of an account manager
     * @param password what was typed as the password
     * @param address the network address that the attempt comes from
     * @return who it is, or empty if they may not sign in
     * @throws TooManyAttempts if this was tried too often; says how long to wait
     * @throws Busy if the server has too much to do; nothing was changed
     */
    public Optional<SignedIn> signIn(Optional<String> system, String userName, String password, String address) {
        String name = userName.substring(0, Math.min(userName.length(), Accounts.LONGEST_NAME));
        String tried = system.orElse("") + " " + accounts.sameFor(name);
        Optional<Duration> wait = throttle.begin(tried, address);
        if (wait.isPresent()) {
            throw new TooManyAttempts(wait.get());
        }
        Optional<Account> found = accounts.find(system, name);
        boolean matches = hashing.matches(password, found.flatMap(Account::passwordHash));
        Optional<Account> admitted = found.filter(account -> matches && account.canSignIn());
        admitted.ifPresent(account -> {
            throttle.succeeded(tried, address);
            noteSignIn(account.id());
        });
        return admitted.map(Account::signedIn);
    }

    /**
     * @param earlier what a session kept when its owner signed in
     * @return who acts in it now, with today's role; empty if they can no longer sign in, were deleted, or have another
     *     password since
     */
    public Optional<Actor> current(SignedIn earlier) {
        return accounts.find(earlier.account())
                .filter(account -> account.upholds(earlier))
                .map(Account::actor);
    }

    private void noteSignIn(AccountId id) {
        Contention.retrying(() -> {
            accounts.noteSignIn(id, time.now());
            return id;
        });
    }
}
