package org.licencedesk.seats.pricing;

import java.time.LocalDate;
import org.licencedesk.kernel.TenantId;

/** Tells which days of a tenant are over, as far as charging goes. */
public interface BillingDays {

    /**
     * Holds the tenant still until the transaction ends, and does before what is due to it.
     *
     * @return the tenant's day, or a later one that was billed already: its clock was put back, or it moved to the west
     */
    LocalDate lock(TenantId tenant);
}
