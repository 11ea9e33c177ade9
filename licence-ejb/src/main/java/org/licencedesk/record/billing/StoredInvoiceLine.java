package org.licencedesk.record.billing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.TenantId;

/** A line of a closed invoice, as stored; it never changes. */
@Entity
@Immutable
@Table(name = "invoice_line")
class StoredInvoiceLine {

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private InvoiceLine.Kind kind;

    private int seats;

    private LocalDate fromDay;

    private LocalDate toDay;

    private int daysOfPeriod;

    private @Nullable BigDecimal pricePerSeat;

    private @Nullable BigDecimal amount;

    private @Nullable UUID acceptanceId;

    private @Nullable UUID chargeId;

    protected StoredInvoiceLine() {}

    StoredInvoiceLine(TenantId tenant, int document, int position, InvoiceLine line) {
        this.key = new Key(tenant.value(), document, position);
        this.kind = line.kind();
        this.seats = line.seats();
        this.fromDay = line.from();
        this.toDay = line.to();
        this.daysOfPeriod = line.daysOfPeriod();
        this.pricePerSeat = line.pricePerSeat().map(Money::amount).orElse(null);
        this.amount = line.amount().map(Money::amount).orElse(null);
        this.acceptanceId = line.acceptance().orElse(null);
        this.chargeId = line.charge().orElse(null);
    }

    /** The number of the document that it is on. */
    int number() {
        return key.number();
    }

    InvoiceLine line(Currency currency) {
        return new InvoiceLine(
                kind,
                seats,
                fromDay,
                toDay,
                daysOfPeriod,
                Optional.ofNullable(pricePerSeat).map(exact -> Money.rounded(exact, currency)),
                Optional.ofNullable(amount).map(exact -> Money.rounded(exact, currency)),
                Optional.ofNullable(acceptanceId),
                Optional.ofNullable(chargeId));
    }

    @Embeddable
    record Key(UUID tenantId, int number, int line) {}
}
