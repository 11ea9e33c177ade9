package org.licencedesk.seats.allowance;

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
import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.terms.Digest;
import org.licencedesk.seats.terms.TermsReference;

/** The proof of one increase: what was shown and what is charged, and who accepted it when and where (R29); as stored. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are asked for by queries alone.
@Immutable
class Acceptance {

    @Id
    private UUID id;

    private UUID tenantId;

    private Instant acceptedAt;

    private LocalDate acceptedOn;

    private String actor;

    @Enumerated(EnumType.STRING)
    private Door door;

    private int raisedFrom;

    private int raisedTo;

    private String currency;

    private @Nullable BigDecimal pricePerSeat;

    private @Nullable BigDecimal monthlyIncrease;

    private LocalDate dueFrom;

    private LocalDate dueTo;

    private @Nullable BigDecimal dueNow;

    private LocalDate nextInvoiceOn;

    private @Nullable BigDecimal nextInvoiceAmount;

    private String termsVersion;

    private byte[] termsDigest;

    private @Nullable Integer endedReductionTo;

    private @Nullable LocalDate endedReductionOn;

    private @Nullable LocalDate shownDueFrom;

    private @Nullable LocalDate shownDueTo;

    private @Nullable BigDecimal shownDueNow;

    private @Nullable BigDecimal shownInvoiceAmount;

    private @Nullable String shownTermsVersion;

    protected Acceptance() {}

    Acceptance(Tenant tenant, AcceptedQuote accepted, Optional<Money> pricePerSeat, Act act) {
        Quote quote = accepted.charged();
        this.id = Identifiers.next();
        this.tenantId = tenant.id().value();
        this.acceptedAt = act.at();
        this.acceptedOn = quote.dueNow().from();
        this.actor = act.actor().label();
        this.door = act.door();
        this.raisedFrom = quote.raiseTo() - quote.seats();
        this.raisedTo = quote.raiseTo();
        this.currency = tenant.currency().getCurrencyCode();
        this.pricePerSeat = amount(pricePerSeat);
        this.monthlyIncrease = amount(quote.monthlyIncrease());
        this.dueFrom = quote.dueNow().from();
        this.dueTo = quote.dueNow().to();
        this.dueNow = amount(quote.dueNow().amount());
        this.nextInvoiceOn = quote.nextInvoice().date();
        this.nextInvoiceAmount = amount(quote.nextInvoice().amount());
        this.termsVersion = quote.terms().version();
        this.termsDigest = quote.terms().digest().bytes();
        this.endedReductionTo = quote.endsReduction().map(Reduction::maximum).orElse(null);
        this.endedReductionOn =
                quote.endsReduction().map(Reduction::effectiveOn).orElse(null);
        Quote shown = accepted.shown();
        this.shownDueFrom = shown.dueNow().from();
        this.shownDueTo = shown.dueNow().to();
        this.shownDueNow = amount(shown.dueNow().amount());
        this.shownInvoiceAmount = amount(shown.nextInvoice().amount());
        this.shownTermsVersion = shown.terms().version();
    }

    boolean isOf(TenantId tenant) {
        return tenantId.equals(tenant.value());
    }

    Increase increase() {
        return new Increase(id, raisedFrom, raisedTo - raisedFrom, dueFrom, dueTo, money(pricePerSeat), money(dueNow));
    }

    AcceptedIncrease accepted() {
        return new AcceptedIncrease(
                id,
                acceptedAt,
                actor,
                door,
                raisedFrom,
                quote(new Quote.DueNow(dueFrom, dueTo, money(dueNow)), nextInvoiceAmount, termsVersion),
                shown());
    }

    private Optional<Quote> shown() {
        return Optional.ofNullable(shownDueFrom)
                .flatMap(from ->
                        Optional.ofNullable(shownDueTo).map(to -> new Quote.DueNow(from, to, money(shownDueNow))))
                .flatMap(due ->
                        Optional.ofNullable(shownTermsVersion).map(version -> quote(due, shownInvoiceAmount, version)));
    }

    /** What is not given is the same in what was shown and in what is charged: else it was no consent (R32). */
    private Quote quote(Quote.DueNow due, @Nullable BigDecimal invoiceAmount, String version) {
        return new Quote(
                raisedTo,
                raisedTo - raisedFrom,
                money(monthlyIncrease),
                due,
                new Quote.NextInvoice(nextInvoiceOn, money(invoiceAmount)),
                new TermsReference(version, new Digest(termsDigest)),
                endedReduction());
    }

    private Optional<Reduction> endedReduction() {
        return Optional.ofNullable(endedReductionTo)
                .flatMap(to -> Optional.ofNullable(endedReductionOn).map(on -> new Reduction(to, on)));
    }

    private Optional<Money> money(@Nullable BigDecimal stored) {
        return Optional.ofNullable(stored).map(exact -> Money.rounded(exact, Currency.getInstance(currency)));
    }

    private static @Nullable BigDecimal amount(Optional<Money> money) {
        return money.map(Money::amount).orElse(null);
    }
}
