package org.licencedesk.billing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
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

/** A closed invoice less its lines, as stored; it never changes. */
@Entity
@Immutable
@Table(name = "invoice")
class StoredInvoice {

    @EmbeddedId
    private Key key;

    private String currency;

    private @Nullable BigDecimal total;

    private Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected StoredInvoice() {}

    StoredInvoice(TenantId tenant, Invoice invoice, Currency currency, Instant now) {
        this.key = new Key(tenant.value(), invoice.date());
        this.currency = currency.getCurrencyCode();
        this.total = invoice.total().map(Money::amount).orElse(null);
        this.closedAt = now;
    }

    LocalDate date() {
        return key.invoiceOn();
    }

    Currency currency() {
        return Currency.getInstance(currency);
    }

    Optional<Money> total() {
        return Optional.ofNullable(total).map(exact -> Money.rounded(exact, currency()));
    }

    ClosedInvoice with(List<InvoiceLine> lines) {
        return new ClosedInvoice(new Invoice(date(), lines, total()), closedAt);
    }

    @Embeddable
    record Key(UUID tenantId, LocalDate invoiceOn) {}
}
