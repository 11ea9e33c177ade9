package org.licencedesk.seats.pricing;

import java.time.Instant;
import org.licencedesk.kernel.TenantId;

/** The price list of a tenant has changed, later than at its creation; told inside the transaction that changed it. */
public record PriceSet(TenantId tenant, Instant at) {}
