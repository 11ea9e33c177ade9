package org.licencedesk.people.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;

/** A token that is not revoked: as much of it as a request needs. */
record LivingToken(
        UUID id,
        Role role,
        @Nullable UUID tenantId,
        @Nullable UUID accountManagerId,
        @Nullable Instant lastUsedAt) {

    /** The row's token; its columns are in the order of the components. */
    static LivingToken of(ResultSet row) throws SQLException {
        return new LivingToken(
                row.getObject(1, UUID.class),
                Role.valueOf(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, Instant.class));
    }

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
