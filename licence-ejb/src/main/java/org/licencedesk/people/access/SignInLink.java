package org.licencedesk.people.access;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.OperatorId;
import org.licencedesk.kernel.UserId;

/** A one-time sign-in link, as stored: its digest only. One that has ended is kept for a while, to say why. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are asked for by queries alone.
class SignInLink {

    private static final Duration LIFE = Duration.ofHours(72);

    @Id
    private UUID id;

    private @Nullable UUID userId;

    private @Nullable UUID accountManagerId;

    private @Nullable UUID operatorId;

    private byte[] digest;

    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private LinkOrigin origin;

    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable LinkEnd endedBy;

    protected SignInLink() {}

    SignInLink(AccountId owner, LinkOrigin origin, byte[] digest, Instant now) {
        this.id = Identifiers.next();
        this.userId = owner.kind() == AccountId.Kind.USER ? owner.value() : null;
        this.accountManagerId = owner.kind() == AccountId.Kind.ACCOUNT_MANAGER ? owner.value() : null;
        this.operatorId = owner.kind() == AccountId.Kind.OPERATOR ? owner.value() : null;
        this.digest = digest.clone();
        this.expiresAt = now.plus(LIFE);
        this.origin = origin;
    }

    AccountId owner() {
        return Optional.ofNullable(userId)
                .map(user -> AccountId.of(new UserId(user)))
                .or(() -> Optional.ofNullable(accountManagerId).map(manager -> AccountId.of(new ManagerId(manager))))
                .or(() -> Optional.ofNullable(operatorId).map(operator -> AccountId.of(new OperatorId(operator))))
                .orElseThrow();
    }

    /** @return why it cannot be used, whoever it is of */
    Optional<LinkEnd> end(Instant now) {
        return Optional.ofNullable(endedBy)
                .or(() -> expiresAt.isAfter(now) ? Optional.empty() : Optional.of(LinkEnd.EXPIRED));
    }

    void end(LinkEnd why, Instant now) {
        endedBy = why;
        endedAt = now;
    }
}
