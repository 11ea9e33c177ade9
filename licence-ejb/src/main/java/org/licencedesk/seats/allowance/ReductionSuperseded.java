package org.licencedesk.seats.allowance;

import java.time.Instant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.TenantId;

/**
 * The agreed reduction of a tenant has ended before its date: an increase was confirmed, or a correction went as low
 * (R30). Told inside the transaction that ended it.
 */
public record ReductionSuperseded(TenantId tenant, Actor actor, Instant at) {}
