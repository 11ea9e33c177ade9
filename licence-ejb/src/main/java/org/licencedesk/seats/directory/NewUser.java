package org.licencedesk.seats.directory;

import java.util.Optional;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;

/**
 * Who is to be added to a tenant.
 *
 * @param email needed for a person, optional for a room, resource, asset or queue
 * @param role {@link Role#STANDARD} or {@link Role#SYSTEM_ADMIN}
 */
public record NewUser(
        UserName userName, DisplayName displayName, Optional<EmailAddress> email, Role role, UserStatus status) {

    /** @throws InvalidValue if a person has no mail address, or the role is none that users hold */
    public NewUser {
        if (!role.isHeldByUsers()) {
            throw new InvalidValue("role", Problem.UNKNOWN);
        }
        if (status.isPerson() && email.isEmpty()) {
            throw new InvalidValue("email", Problem.BLANK);
        }
    }
}
