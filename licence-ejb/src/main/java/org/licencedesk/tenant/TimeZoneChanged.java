package org.licencedesk.tenant;

import java.time.Instant;
import org.licencedesk.kernel.TenantId;

/** The days of a tenant are those of another time zone now; told inside the transaction that changed it. */
public record TimeZoneChanged(TenantId tenant, Instant at) {}
