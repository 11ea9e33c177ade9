package org.licencedesk.people.access;

import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Secret;
import org.licencedesk.seats.tenant.AccountManager;
import org.licencedesk.seats.tenant.Contact;

/**
 * An account manager.
 *
 * @param disabled whether they can neither sign in nor use anything that was made for them
 * @param lastSignInAt when they last signed in, if ever
 * @param signInLink shown this once: where the account manager was just added, and no password was given
 */
public record EnrolledManager(
        ManagerId id, Contact contact, boolean disabled, Optional<Instant> lastSignInAt, Optional<Secret> signInLink) {

    static EnrolledManager of(AccountManager manager) {
        return of(manager, Optional.empty());
    }

    static EnrolledManager of(AccountManager manager, Optional<Secret> signInLink) {
        return new EnrolledManager(
                manager.id(), manager.contact(), manager.isDisabled(), manager.lastSignInAt(), signInLink);
    }
}
