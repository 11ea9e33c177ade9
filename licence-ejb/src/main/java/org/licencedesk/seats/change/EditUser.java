package org.licencedesk.seats.change;

import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.UserName;

/**
 * Changes what is known of a user, but not the status. What is empty stays as it is.
 *
 * @param email the new mail address, or inside it nothing where it is to be taken away
 * @param role {@link Role#STANDARD} or {@link Role#SYSTEM_ADMIN}
 * @param expected the user's revision that the caller has seen, if they mind
 */
public record EditUser(
        TenantId tenant,
        UserId user,
        Optional<UserName> userName,
        Optional<DisplayName> displayName,
        Optional<Optional<EmailAddress>> email,
        Optional<Role> role,
        Expected expected,
        Actor actor,
        Door door) {

    /** @throws InvalidValue if the role is none that users hold */
    public EditUser {
        if (role.filter(wanted -> !wanted.isHeldByUsers()).isPresent()) {
            throw new InvalidValue("role", InvalidValue.Problem.UNKNOWN);
        }
    }
}
