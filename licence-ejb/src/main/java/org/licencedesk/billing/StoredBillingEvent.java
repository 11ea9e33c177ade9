package org.licencedesk.billing;

import jakarta.persistence.Column;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.licencedesk.allowance.Quote;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.TenantId;

/** A billing event, as stored; it never changes. */
@Entity
@Immutable
@Table(name = "billing_event")
class StoredBillingEvent {

    @EmbeddedId
    private Key key;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private BillingEvent.Kind kind;

    private int maximum;

    private String currency;

    private LocalDate nextInvoiceOn;

    private @Nullable BigDecimal nextInvoiceAmount;

    private @Nullable LocalDate closedInvoiceOn;

    @SuppressWarnings("NullAway.Init")
    protected StoredBillingEvent() {}

    StoredBillingEvent(TenantId tenant, Currency currency, BillingEvent event) {
        this.key = new Key(tenant.value(), event.sequence());
        this.at = event.at();
        this.kind = event.kind();
        this.maximum = event.maximum();
        this.currency = currency.getCurrencyCode();
        this.nextInvoiceOn = event.nextInvoice().date();
        this.nextInvoiceAmount = event.nextInvoice().amount().map(Money::amount).orElse(null);
        this.closedInvoiceOn = event.closed().map(BillingEvent.Closed::date).orElse(null);
    }

    Optional<LocalDate> closedInvoiceOn() {
        return Optional.ofNullable(closedInvoiceOn);
    }

    /** @param totals knows the total of each closed invoice */
    BillingEvent event(Function<LocalDate, Optional<Money>> totals) {
        Optional<Money> amount = Optional.ofNullable(nextInvoiceAmount)
                .map(exact -> Money.rounded(exact, Currency.getInstance(currency)));
        return new BillingEvent(
                key.sequence(),
                at,
                kind,
                maximum,
                new Quote.NextInvoice(nextInvoiceOn, amount),
                closedInvoiceOn().map(date -> new BillingEvent.Closed(date, totals.apply(date))));
    }

    @Embeddable
    record Key(UUID tenantId, @Column(name = "seq") long sequence) {}
}
