package org.licencedesk.seats.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.NotAReduction;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.tenant.NotARenewalDate;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** What a tenant and its account manager can agree on now: fewer seats, from a renewal date that is still to come. */
@ApplicationScoped
class PossibleReductions {

    private static final int SHOWN = 12;

    @Inject
    private Tenants tenants;

    /**
     * @param effectiveOn the date, or the next renewal if none is given
     * @throws NotAReduction if the number is not below the maximum
     * @throws NotARenewalDate if the date is none that is still to come
     */
    Reduction of(Allowance allowance, int maximum, Optional<LocalDate> effectiveOn, Instant now) {
        Reduction wanted = new Reduction(
                maximum, effectiveOn.orElseGet(() -> renewals(allowance, now).get(0)));
        require(allowance, wanted, now);
        return wanted;
    }

    /** @throws NotAReduction or {@link NotARenewalDate} if it cannot be agreed on, or not any more */
    void require(Allowance allowance, Reduction wanted, Instant now) {
        allowance.requireLower(wanted.maximum());
        Tenant tenant = tenants.get(allowance.tenant());
        tenant.calendar().requireComing(wanted.effectiveOn(), allowance.billingDay(tenant.dayOf(now)));
    }

    /** The next renewal dates, the first one first. */
    List<LocalDate> renewals(Allowance allowance, Instant now) {
        Tenant tenant = tenants.get(allowance.tenant());
        return tenant.calendar().coming(allowance.billingDay(tenant.dayOf(now)), SHOWN);
    }
}
