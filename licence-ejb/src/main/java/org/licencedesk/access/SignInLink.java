package org.licencedesk.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.UserId;

/** A one-time sign-in link, as stored: its digest only, and at most one for each owner. */
@Entity
class SignInLink {

    @Id
    private UUID id;

    private @Nullable UUID userId;

    private @Nullable UUID accountManagerId;

    private byte[] digest;

    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected SignInLink() {}

    AccountId owner() {
        return Optional.ofNullable(userId)
                .map(user -> AccountId.of(new UserId(user)))
                .or(() -> Optional.ofNullable(accountManagerId).map(manager -> AccountId.of(new ManagerId(manager))))
                .orElseThrow();
    }
}
