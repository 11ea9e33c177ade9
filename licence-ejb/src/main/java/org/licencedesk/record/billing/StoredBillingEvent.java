package org.licencedesk.record.billing;

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
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.allowance.Quote;

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

    private @Nullable Integer invoiceNumber;

    protected StoredBillingEvent() {}

    StoredBillingEvent(TenantId tenant, Currency currency, BillingEvent event) {
        this.key = new Key(tenant.value(), event.sequence());
        this.at = event.at();
        this.kind = event.kind();
        this.maximum = event.maximum();
        this.currency = currency.getCurrencyCode();
        this.nextInvoiceOn = event.nextInvoice().date();
        this.nextInvoiceAmount = event.nextInvoice().amount().map(Money::amount).orElse(null);
        this.invoiceNumber = event.closed().map(BillingEvent.Closed::number).orElse(null);
    }

    Optional<Integer> invoiceNumber() {
        return Optional.ofNullable(invoiceNumber);
    }

    /** @return whether it says just that of how things stand */
    boolean says(int held, Quote.NextInvoice next) {
        return maximum == held && nextInvoice().equals(next);
    }

    /** @param documents knows each closed document by its number */
    BillingEvent event(Function<Integer, BillingEvent.Closed> documents) {
        return new BillingEvent(
                key.sequence(),
                at,
                kind,
                maximum,
                nextInvoice(),
                invoiceNumber().map(documents));
    }

    private Quote.NextInvoice nextInvoice() {
        return new Quote.NextInvoice(
                nextInvoiceOn,
                Optional.ofNullable(nextInvoiceAmount)
                        .map(exact -> Money.rounded(exact, Currency.getInstance(currency))));
    }

    @Embeddable
    record Key(UUID tenantId, @Column(name = "seq") long sequence) {}
}
