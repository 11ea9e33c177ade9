package org.licencedesk.record.evidence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.licencedesk.kernel.TenantId;

/** Something that a check of a tenant's ledger found and that no later one has missed, as stored. */
@Entity
class LedgerFinding {

    @EmbeddedId
    private Key key;

    private Instant foundAt;

    protected LedgerFinding() {}

    LedgerFinding(TenantId tenant, String finding, Instant now) {
        this.key = new Key(tenant.value(), finding);
        this.foundAt = now;
    }

    TenantId tenant() {
        return new TenantId(key.tenantId());
    }

    String finding() {
        return key.finding();
    }

    Instant foundAt() {
        return foundAt;
    }

    @Embeddable
    record Key(UUID tenantId, String finding) {}
}
