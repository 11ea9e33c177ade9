package org.licencedesk.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.UserId;

/** A one-time sign-in link, as stored: its digest only, and at most one for each owner. */
@Entity
@Table(name = "sign_in_link")
class SignInLink {

    @Id
    private UUID id;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    @Column(name = "account_manager_id")
    private @Nullable UUID accountManagerId;

    private byte[] digest;

    @Column(name = "expires_at")
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
