package org.licencedesk.record.billing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.TenantId;

/** A closed invoice, or what corrects one, less its lines; as stored. It never changes. */
@Entity
@Immutable
@Table(name = "invoice")
class StoredInvoice {

    /** Which document it is. */
    enum Kind {
        INVOICE,
        CORRECTION
    }

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private LocalDate renewalOn;

    private LocalDate invoiceOn;

    private String currency;

    private @Nullable BigDecimal total;

    private Instant closedAt;

    protected StoredInvoice() {}

    StoredInvoice(TenantId tenant, ClosedInvoice closed, Currency currency) {
        this.key = new Key(tenant.value(), closed.number());
        this.kind = closed.corrects().isPresent() ? Kind.CORRECTION : Kind.INVOICE;
        this.invoiceOn = closed.invoice().date();
        this.renewalOn = closed.corrects().orElse(invoiceOn);
        this.currency = currency.getCurrencyCode();
        this.total = closed.invoice().total().map(Money::amount).orElse(null);
        this.closedAt = closed.closedAt();
    }

    int number() {
        return key.number();
    }

    Currency currency() {
        return Currency.getInstance(currency);
    }

    ClosedInvoice with(List<InvoiceLine> lines) {
        Optional<Money> known = Optional.ofNullable(total).map(exact -> Money.rounded(exact, currency()));
        return new ClosedInvoice(
                number(),
                kind == Kind.CORRECTION ? Optional.of(renewalOn) : Optional.empty(),
                new Invoice(invoiceOn, lines, known),
                closedAt);
    }

    @Embeddable
    record Key(UUID tenantId, int number) {}
}
