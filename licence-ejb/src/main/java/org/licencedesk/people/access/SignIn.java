package org.licencedesk.people.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.platform.Contention;

/** Lets people in by name and password, and says who they are as long as they may stay (R21). */
@Stateless
@WithoutPermission("whoever signs in is nobody yet")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

    @Inject
    private Accounts accounts;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private Devices devices;

    @Inject
    private TimeSource time;

    /**
     * Tries a name and a password. Whatever is wrong, the answer is the same and takes the same time, and no status ever
     * changes. A browser that shows that the account was signed in to there is not held up by what others try.
     *
     * @param typed which account is meant
     * @param password what was typed as the password
     * @param address the network address that the attempt comes from
     * @param deviceCookie what the browser sends as its cookie of {@link Devices}, whatever it is
     * @return who it is, or empty if they may not sign in
     * @throws TooManyAttempts if this was tried too often; says how long to wait
     * @throws Busy if the server has too much to do; nothing was changed
     */
    public Optional<SignedIn> signIn(
            TypedName typed, String password, ClientAddress address, Optional<String> deviceCookie) {
        Optional<Duration> held = throttle.arrive(address);
        Optional<Device> device = deviceCookie.flatMap(devices::read).filter(throttle::mayTry);
        if (device.isEmpty()) {
            TooManyAttempts.refuse(held);
        }
        Optional<Account> found = accounts.find(typed);
        Optional<Device> known =
                device.filter(browser -> found.filter(browser::isOf).isPresent());
        ThrottleKey tried = found.map(account -> account.id().key()).orElseGet(() -> accounts.key(typed));
        if (known.isEmpty()) {
            TooManyAttempts.refuse(held);
            TooManyAttempts.refuse(throttle.goOn(tried, address));
        }
        boolean matches = hashing.matches(password, found.flatMap(Account::passwordHash));
        Optional<Account> admitted = found.filter(account -> matches && account.canSignIn());
        admitted.ifPresent(account -> {
            known.ifPresentOrElse(
                    browser -> throttle.succeeded(browser, address, held.isEmpty()),
                    () -> throttle.succeeded(tried, address));
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
