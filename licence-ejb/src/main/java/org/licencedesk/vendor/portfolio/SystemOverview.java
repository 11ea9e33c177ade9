package org.licencedesk.vendor.portfolio;

import java.util.Optional;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.request.ReductionRequest;

/**
 * A tenant as its account manager looks at it.
 *
 * @param tenant with figures and price
 * @param openRequest the reduction request that has not ended, if there is one
 * @param lastChange the last entry of its ledger
 */
public record SystemOverview(TenantState tenant, Optional<ReductionRequest> openRequest, LedgerEntry lastChange) {}
