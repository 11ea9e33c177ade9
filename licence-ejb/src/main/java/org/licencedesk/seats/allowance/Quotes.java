package org.licencedesk.seats.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.platform.Settings;
import org.licencedesk.seats.pricing.PriceList;
import org.licencedesk.seats.pricing.Prices;
import org.licencedesk.seats.tenant.RenewalCalendar.Period;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;
import org.licencedesk.seats.terms.TermsAltered;
import org.licencedesk.seats.terms.TermsLibrary;
import org.licencedesk.seats.terms.TermsReference;

/** Makes quotes, always afresh (R32, R33). */
@ApplicationScoped
public class Quotes {

    private static final int CEILING = Settings.ofProcess().wholeNumber("licence.seat.ceiling");

    @Inject
    private Tenants tenants;

    @Inject
    private Prices prices;

    @Inject
    private TermsLibrary terms;

    @Inject
    private Acceptances acceptances;

    @Inject
    private Charges charges;

    /**
     * @param raiseTo above the present maximum
     * @param now when; decides the day, in the tenant's days
     * @return the quote
     * @throws CeilingReached if it is above the operator's ceiling
     * @throws RuleViolation {@link Refusal#TERMS_NOT_PUBLISHED} while there are no terms to accept
     * @throws TermsAltered if their text is not the one that was published
     */
    public Quote of(Allowance allowance, int raiseTo, Instant now) {
        if (raiseTo > CEILING) {
            throw new CeilingReached(CEILING);
        }
        TermsReference inForce = terms.toAccept().orElseThrow(() -> new RuleViolation(Refusal.TERMS_NOT_PUBLISHED));
        Tenant tenant = tenants.get(allowance.tenant());
        PriceList list = prices.of(tenant);
        int seats = raiseTo - allowance.figures().maximum();
        LocalDate today = allowance.billingDay(tenant.dayOf(now));
        Period period = tenant.calendar().around(today);
        Optional<Money> dueNow = list.forRestOfPeriod(seats, today);
        return new Quote(
                raiseTo,
                seats,
                list.forPeriod(seats, period.next()),
                new Quote.DueNow(today, period.end(), dueNow),
                nextInvoice(tenant, list, raiseTo, dueNow, period),
                inForce,
                allowance.agreedReduction());
    }

    /** @return the next invoice as it will be, if nothing else changes */
    public Quote.NextInvoice nextInvoice(Allowance allowance, Instant now) {
        Tenant tenant = tenants.get(allowance.tenant());
        Period period = tenant.calendar().around(allowance.billingDay(tenant.dayOf(now)));
        return nextInvoice(
                tenant,
                prices.of(tenant),
                allowance.maximumOn(period.next()),
                Optional.of(Money.zero(tenant.currency())),
                period);
    }

    private Quote.NextInvoice nextInvoice(
            Tenant tenant, PriceList list, int maximum, Optional<Money> more, Period period) {
        Optional<Money> forPeriod = list.forPeriod(maximum, period.next());
        Optional<Money> increases = sum(acceptances.dueSince(tenant, list, period.start()), more);
        Optional<Money> others = charges.dueSince(tenant, period.start());
        return new Quote.NextInvoice(period.next(), sum(forPeriod, sum(increases, others)));
    }

    private static Optional<Money> sum(Optional<Money> one, Optional<Money> other) {
        return one.flatMap(a -> other.map(a::plus));
    }
}
