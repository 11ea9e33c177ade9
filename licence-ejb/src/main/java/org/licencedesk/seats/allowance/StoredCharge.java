package org.licencedesk.seats.allowance;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.TenantId;

/** A charge or a credit, as stored. Its amount changes once: from not known to known. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are asked for by queries alone.
@Table(name = "charge")
class StoredCharge {

    @Id
    private UUID id;

    private UUID tenantId;

    @Enumerated(EnumType.STRING)
    private Charge.Kind kind;

    private Instant at;

    private LocalDate fromDay;

    private LocalDate toDay;

    private int above;

    private int upTo;

    private @Nullable BigDecimal amount;

    private @Nullable UUID takesBack;

    private @Nullable String reason;

    protected StoredCharge() {}

    StoredCharge(TenantId tenant, Charge charge, Optional<Reason> reason, Instant now) {
        this.id = charge.id();
        this.tenantId = tenant.value();
        this.kind = charge.kind();
        this.at = now;
        this.fromDay = charge.from();
        this.toDay = charge.to();
        this.above = charge.above();
        this.upTo = charge.upTo();
        this.amount = charge.amount().map(Money::amount).orElse(null);
        this.takesBack = charge.takesBack().orElse(null);
        this.reason = reason.map(Reason::text).orElse(null);
    }

    Charge charge(Currency currency) {
        return new Charge(
                id,
                kind,
                above,
                upTo,
                fromDay,
                toDay,
                Optional.ofNullable(amount).map(exact -> Money.rounded(exact, currency)),
                Optional.ofNullable(takesBack));
    }

    void cost(Money known) {
        if (amount != null) {
            throw new IllegalStateException("The amount is known already");
        }
        amount = known.amount();
    }
}
