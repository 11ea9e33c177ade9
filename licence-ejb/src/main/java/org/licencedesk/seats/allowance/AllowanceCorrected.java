package org.licencedesk.seats.allowance;

import java.time.Instant;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.TenantId;

/**
 * The maximum was corrected; told inside the transaction that did it, before the ledger and the billing system are told.
 *
 * @param from the maximum before
 * @param to the maximum afterwards, which is another one
 */
public record AllowanceCorrected(TenantId tenant, int from, int to, Settlement settlement, Reason reason, Instant at) {}
