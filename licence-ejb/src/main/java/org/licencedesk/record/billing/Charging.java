package org.licencedesk.record.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.allowance.Acceptances;
import org.licencedesk.seats.allowance.AllowanceCorrected;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.Charge;
import org.licencedesk.seats.allowance.Charges;
import org.licencedesk.seats.allowance.Settlement;
import org.licencedesk.seats.pricing.PriceList;
import org.licencedesk.seats.pricing.Prices;
import org.licencedesk.seats.tenant.RenewalCalendar.Period;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** Charges and credits corrections, where the operator says so; the tenant's allowance is locked. */
@ApplicationScoped
class Charging {

    @Inject
    private Tenants tenants;

    @Inject
    private Allowances allowances;

    @Inject
    private Prices prices;

    @Inject
    private Acceptances acceptances;

    @Inject
    private Charges charges;

    @Inject
    private BilledMaxima maxima;

    void settle(@Observes AllowanceCorrected told) {
        if (told.settlement() == Settlement.NONE) {
            return;
        }
        Tenant tenant = tenants.get(told.tenant());
        PriceList list = prices.of(tenant);
        LocalDate day = allowances.get(told.tenant()).billingDay(tenant.dayOf(told.at()));
        Period period = tenant.calendar().around(day);
        if (told.settlement() == Settlement.BILLED) {
            Optional<Money> amount = list.forRestOfPeriod(told.to() - told.from(), day);
            keep(told, Charge.Kind.CORRECTION, told.from(), told.to(), day, period, amount, Optional.empty());
            return;
        }
        // Each part is given back in the light of those before it.
        for (PaidSeats.Part part : paid(tenant, list, period).between(told.to(), told.from())) {
            Optional<Money> amount = paid(tenant, list, period).back(part, day);
            keep(told, Charge.Kind.CREDIT, part.above(), part.upTo(), day, period, amount, part.takesBack());
        }
    }

    /** Puts amounts to what was charged and credited in the period before it had a price. */
    void price(Tenant tenant, PriceList list, Period period) {
        for (Charge charge : charges.between(tenant, period.start(), period.next())) {
            if (charge.amount().isEmpty()) {
                amount(tenant, list, period, charge).ifPresent(known -> charges.price(charge, known));
            }
        }
    }

    private Optional<Money> amount(Tenant tenant, PriceList list, Period period, Charge charge) {
        return charge.kind() == Charge.Kind.CREDIT
                ? paid(tenant, list, period)
                        .back(new PaidSeats.Part(charge.takesBack(), charge.above(), charge.upTo()), charge.from())
                : list.forRestOfPeriod(charge.seats(), charge.from());
    }

    private PaidSeats paid(Tenant tenant, PriceList list, Period period) {
        return new PaidSeats(
                list,
                period.start(),
                maxima.inAdvance(tenant.id(), period.start()),
                acceptances.increases(tenant.id(), period.start(), period.next()),
                charges.between(tenant, period.start(), period.next()));
    }

    private void keep(
            AllowanceCorrected told,
            Charge.Kind kind,
            int above,
            int upTo,
            LocalDate day,
            Period period,
            Optional<Money> amount,
            Optional<UUID> takesBack) {
        charges.keep(
                told.tenant(),
                new Charge(Identifiers.next(), kind, above, upTo, day, period.end(), amount, takesBack),
                told.reason(),
                told.at());
    }
}
