package org.licencedesk.seats.directory;

import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;

/**
 * A user as it is shown. User name and display name are blank, and there is no mail address, once they were erased.
 *
 * @param email empty only for things: rooms, resources, assets and queues
 * @param role {@link Role#STANDARD} or {@link Role#SYSTEM_ADMIN}
 * @param revision rises with each change but that of the last sign-in
 */
public record User(
        UserId id,
        TenantId tenant,
        String userName,
        String displayName,
        Optional<String> email,
        Role role,
        UserStatus status,
        Instant createdAt,
        Optional<Instant> lastSignInAt,
        int revision) {}
