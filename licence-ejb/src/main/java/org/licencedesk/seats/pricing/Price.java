package org.licencedesk.seats.pricing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.licencedesk.kernel.TenantId;

/** What one seat costs for one billing period, from a renewal date on; as stored. */
@Entity
class Price {

    @EmbeddedId
    private Key key;

    private BigDecimal perSeat;

    protected Price() {}

    Price(TenantId tenant, LocalDate validFrom, BigDecimal perSeat) {
        this.key = new Key(tenant.value(), validFrom);
        this.perSeat = perSeat;
    }

    TenantId tenant() {
        return new TenantId(key.tenantId());
    }

    LocalDate validFrom() {
        return key.validFrom();
    }

    BigDecimal perSeat() {
        return perSeat;
    }

    void change(BigDecimal newPerSeat) {
        perSeat = newPerSeat;
    }

    @Embeddable
    record Key(UUID tenantId, LocalDate validFrom) {}
}
