package org.licencedesk.people.access;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Sha256;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.seats.tenant.AccountManager;

/**
 * A user, an account manager or an operator, as far as signing in goes.
 *
 * @param actor who acts once they are signed in
 * @param canSignIn whether their status lets them (R21)
 * @param admittedSince since when their status lets them, so that an earlier session stays ended
 * @param passwordHash the encoded hash of their password, if they have one
 */
record Account(AccountId id, Actor actor, boolean canSignIn, Instant admittedSince, Optional<String> passwordHash) {

    static Account of(UserAccount user, Optional<String> passwordHash) {
        return new Account(
                AccountId.of(user.id()),
                Actor.user(user.tenant(), user.id(), user.role()),
                user.status().canSignIn() && !user.isDeleted(),
                user.statusSince(),
                passwordHash);
    }

    static Account of(AccountManager manager) {
        return new Account(
                AccountId.of(manager.id()),
                Actor.manager(manager.id()),
                !manager.isDisabled(),
                manager.admittedSince(),
                manager.passwordHash());
    }

    static Account of(OperatorAccount operator) {
        return new Account(
                AccountId.of(operator.id()),
                Actor.operator(operator.id()),
                !operator.isDisabled(),
                operator.admittedSince(),
                operator.passwordHash());
    }

    SignedIn signedIn() {
        return new SignedIn(id, stamp());
    }

    /**
     * @return whether that sign-in still holds: they can sign in, could all the time since, and have the password that
     *     they had then
     */
    boolean upholds(SignedIn earlier) {
        return canSignIn && passwordHash.isPresent() && stamp().equals(earlier.stamp());
    }

    private String stamp() {
        return passwordHash
                .map(hash -> HexFormat.of().formatHex(Sha256.of(hash + admittedSince), 0, 16))
                .orElse("");
    }
}
