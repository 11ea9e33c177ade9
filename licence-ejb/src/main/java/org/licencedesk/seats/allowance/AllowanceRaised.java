package org.licencedesk.seats.allowance;

import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.TenantId;

/**
 * An increase was confirmed; told inside the transaction that raised the allowance (R10).
 *
 * @param quote what was accepted
 */
public record AllowanceRaised(TenantId tenant, Quote quote, Act act) {}
