package org.licencedesk.seats.allowance;

import java.time.Instant;
import org.licencedesk.kernel.TenantId;

/** What the calendar does to a tenant: agreed reductions, then invoices, on each renewal date in its order (R30, R33). */
public interface DueWork {

    /**
     * Does what is due, in the transaction that runs and has locked the tenant's allowance.
     *
     * @param most how many billing periods at most
     */
    void settle(TenantId tenant, Instant now, int most);

    /** As {@link #settle}, each period in a transaction of its own, beside the one that runs and has locked nothing. */
    void settleApart(TenantId tenant, Instant now, int most);
}
