package org.licencedesk.allowance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.Money;
import org.licencedesk.tenant.Tenant;

/** The proof of one increase: what was shown, and who accepted it when and where (R29); as stored. */
@Entity
@Immutable
class Acceptance {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "accepted_on")
    private LocalDate acceptedOn;

    private String actor;

    @Enumerated(EnumType.STRING)
    private Door door;

    @Column(name = "raised_from")
    private int raisedFrom;

    @Column(name = "raised_to")
    private int raisedTo;

    private String currency;

    @Column(name = "monthly_increase")
    private @Nullable BigDecimal monthlyIncrease;

    @Column(name = "due_from")
    private LocalDate dueFrom;

    @Column(name = "due_to")
    private LocalDate dueTo;

    @Column(name = "due_now")
    private @Nullable BigDecimal dueNow;

    @Column(name = "next_invoice_on")
    private LocalDate nextInvoiceOn;

    @Column(name = "next_invoice_amount")
    private @Nullable BigDecimal nextInvoiceAmount;

    @Column(name = "terms_version")
    private String termsVersion;

    @Column(name = "terms_digest")
    private byte[] termsDigest;

    @SuppressWarnings("NullAway.Init")
    protected Acceptance() {}

    Acceptance(Tenant tenant, Quote quote, Actor actor, Door door, Instant now) {
        this.id = Identifiers.next();
        this.tenantId = tenant.id().value();
        this.acceptedAt = now;
        this.acceptedOn = tenant.dayOf(now);
        this.actor = actor.label();
        this.door = door;
        this.raisedFrom = quote.raiseTo() - quote.seats();
        this.raisedTo = quote.raiseTo();
        this.currency = tenant.currency().getCurrencyCode();
        this.monthlyIncrease = amount(quote.monthlyIncrease());
        this.dueFrom = quote.dueNow().from();
        this.dueTo = quote.dueNow().to();
        this.dueNow = amount(quote.dueNow().amount());
        this.nextInvoiceOn = quote.nextInvoice().date();
        this.nextInvoiceAmount = amount(quote.nextInvoice().amount());
        this.termsVersion = quote.terms().version();
        this.termsDigest = quote.terms().digest().bytes();
    }

    Optional<Money> dueNow() {
        return Optional.ofNullable(dueNow).map(amount -> Money.rounded(amount, Currency.getInstance(currency)));
    }

    private static @Nullable BigDecimal amount(Optional<Money> money) {
        return money.map(Money::amount).orElse(null);
    }
}
