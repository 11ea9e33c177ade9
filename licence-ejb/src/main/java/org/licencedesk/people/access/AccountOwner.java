package org.licencedesk.people.access;

import java.util.Optional;
import java.util.stream.Stream;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.seats.tenant.TenantProfile;

/**
 * Whose account a password is for.
 *
 * @param userName what they sign in with; of the vendor's staff the mail address
 * @param displayName what others call them
 * @param email empty for users who have none
 * @param slug the address of their system; empty for the vendor's staff
 * @param system its name
 */
public record AccountOwner(
        String userName, String displayName, Optional<String> email, Optional<String> slug, Optional<String> system) {

    static AccountOwner of(User user, TenantProfile tenant) {
        return of(user.userName(), user.displayName(), user.email(), tenant);
    }

    static AccountOwner of(String userName, String displayName, Optional<String> email, TenantProfile tenant) {
        return new AccountOwner(
                userName, displayName, email, Optional.of(tenant.slug().text()), Optional.of(tenant.name()));
    }

    static AccountOwner of(Contact manager) {
        return ofStaff(manager.name(), manager.email());
    }

    static AccountOwner ofStaff(String name, String email) {
        return new AccountOwner(email, name, Optional.of(email), Optional.empty(), Optional.empty());
    }

    /** What others know of the owner: the first that somebody tries who guesses. */
    Stream<String> known() {
        return Stream.concat(
                Stream.of(userName, displayName), Stream.of(email, slug, system).flatMap(Optional::stream));
    }
}
