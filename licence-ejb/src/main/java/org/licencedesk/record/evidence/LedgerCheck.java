package org.licencedesk.record.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.TenantId;

/** When a tenant's ledger was last checked, and until when somebody has it to check, as stored. */
@Entity
class LedgerCheck {

    /** Longer than the longest ledger takes: a node that was killed meanwhile is not waited for for ever. */
    private static final Duration LEASE = Duration.ofHours(1);

    @Id
    private UUID tenantId;

    private LocalDate checkedOn;

    private @Nullable Instant claimedUntil;

    protected LedgerCheck() {}

    /** A tenant that was just created needs no check on that day. */
    LedgerCheck(TenantId tenant, LocalDate today) {
        this.tenantId = tenant.value();
        this.checkedOn = today;
    }

    boolean claim(LocalDate today, Instant now) {
        boolean taken = Optional.ofNullable(claimedUntil).filter(now::isBefore).isPresent();
        if (taken || !checkedOn.isBefore(today)) {
            return false;
        }
        claimedUntil = now.plus(LEASE);
        return true;
    }

    void done(LocalDate today) {
        checkedOn = today;
        claimedUntil = null;
    }
}
