package org.licencedesk.record.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Figures;

/** A ledger entry, as stored; it never changes. */
@Entity
@Immutable
@Table(name = "ledger_entry")
class StoredEntry {

    @EmbeddedId
    private Key key;

    private Instant at;

    private String actor;

    @Enumerated(EnumType.STRING)
    private Door door;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    private @Nullable UUID userId;

    @Enumerated(EnumType.STRING)
    private @Nullable UserStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable Role role;

    private @Nullable String reason;

    private int maximum;

    private int occupied;

    private byte[] previousHash;

    private byte[] hash;

    protected StoredEntry() {}

    StoredEntry(UUID tenant, LedgerEntry entry) {
        this.key = new Key(tenant, entry.sequence());
        this.at = entry.at();
        this.actor = entry.actor();
        this.door = entry.door();
        this.kind = entry.kind();
        this.userId = entry.user().map(UserId::value).orElse(null);
        this.status = entry.status().orElse(null);
        this.role = entry.role().orElse(null);
        this.reason = entry.reason().map(Reason::text).orElse(null);
        this.maximum = entry.figures().maximum();
        this.occupied = entry.figures().occupied();
        this.previousHash = entry.previousHash();
        this.hash = entry.hash();
    }

    TenantId tenant() {
        return new TenantId(key.tenantId());
    }

    LedgerEntry entry() {
        return new LedgerEntry(
                key.sequence(),
                at,
                actor,
                door,
                kind,
                Optional.ofNullable(userId).map(UserId::new),
                Optional.ofNullable(status),
                Optional.ofNullable(role),
                Optional.ofNullable(reason).map(Reason::new),
                new Figures(maximum, occupied),
                previousHash,
                hash);
    }

    @Embeddable
    record Key(UUID tenantId, @Column(name = "seq") long sequence) {}
}
