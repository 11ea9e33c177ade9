package org.licencedesk.record.billing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.UUID;
import org.licencedesk.kernel.TenantId;

/** The maximum that counts for the invoices of a date and of later ones, as stored. */
@Entity
class BilledMaximum {

    @EmbeddedId
    private Key key;

    private int maximum;

    protected BilledMaximum() {}

    BilledMaximum(TenantId tenant, LocalDate countsFrom, int maximum) {
        this.key = new Key(tenant.value(), countsFrom);
        this.maximum = maximum;
    }

    LocalDate countsFrom() {
        return key.countsFrom();
    }

    int maximum() {
        return maximum;
    }

    void change(int newMaximum) {
        maximum = newMaximum;
    }

    @Embeddable
    record Key(UUID tenantId, LocalDate countsFrom) {}
}
