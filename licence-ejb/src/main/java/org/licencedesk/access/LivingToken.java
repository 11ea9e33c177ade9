package org.licencedesk.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;

/** A token that is not revoked: as much of it as a request needs, in the order in which it is selected. */
record LivingToken(
        UUID id,
        Role role,
        @Nullable UUID tenantId,
        @Nullable UUID accountManagerId,
        @Nullable Instant lastUsedAt) {

    Actor actor() {
        return Actor.token(
                id,
                role,
                Optional.ofNullable(tenantId).map(TenantId::new),
                Optional.ofNullable(accountManagerId).map(ManagerId::new));
    }

    boolean wasUsedSince(Instant instant) {
        return lastUsedAt != null && lastUsedAt.isAfter(instant);
    }
}
