package org.licencedesk.record.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.licencedesk.seats.allowance.Acceptances;
import org.licencedesk.seats.allowance.Charges;
import org.licencedesk.seats.pricing.Prices;
import org.licencedesk.seats.tenant.RenewalCalendar.Period;
import org.licencedesk.seats.tenant.Tenant;

/** Makes invoices from what is stored: the same ones before and when they are closed (R33). */
@ApplicationScoped
class InvoiceDrafts {

    @Inject
    private Acceptances acceptances;

    @Inject
    private Charges charges;

    @Inject
    private Prices prices;

    /**
     * @param period the one after which the invoice falls
     * @param maximum how many seats are held on its date
     */
    Invoice of(Tenant tenant, Period period, int maximum) {
        return Invoice.of(
                prices.of(tenant),
                period.next(),
                maximum,
                acceptances.increases(tenant.id(), period.start(), period.next()),
                charges.between(tenant, period.start(), period.next()));
    }
}
