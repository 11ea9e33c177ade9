package org.licencedesk.people.access;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;

/** A token of an internal system, as stored: its digest only. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are asked for by queries alone.
class ApiToken {

    @Id
    private UUID id;

    private byte[] digest;

    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable UUID tenantId;

    private @Nullable UUID accountManagerId;

    private Instant createdAt;

    private @Nullable String createdBy;

    private @Nullable Instant expiresAt;

    private @Nullable Instant lastUsedAt;

    private @Nullable Instant revokedAt;

    protected ApiToken() {}

    ApiToken(byte[] digest, NewToken wanted, TokenOwner owner, Actor maker, Instant now) {
        this.id = Identifiers.next();
        this.digest = digest.clone();
        this.name = wanted.name();
        this.role = owner.role();
        this.tenantId = owner.tenant().map(TenantId::value).orElse(null);
        this.accountManagerId = owner.manager().map(ManagerId::value).orElse(null);
        this.createdAt = now;
        this.createdBy = maker.label();
        this.expiresAt = wanted.expiry().orElse(null);
    }

    UUID id() {
        return id;
    }

    TokenDescription description() {
        return new TokenDescription(
                id,
                name,
                role,
                createdAt,
                Optional.ofNullable(createdBy),
                Optional.ofNullable(lastUsedAt),
                Optional.ofNullable(expiresAt));
    }

    void revoke(Instant now) {
        revokedAt = now;
    }
}
