package org.licencedesk.seats.allowance;

import java.time.Instant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.TenantId;

/**
 * An increase was confirmed; told inside the transaction that raised the allowance (R10).
 *
 * @param quote what was accepted
 */
public record AllowanceRaised(TenantId tenant, Quote quote, Actor actor, Door door, Instant at) {}
