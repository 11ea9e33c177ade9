package org.licencedesk.seats.tenant;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.licencedesk.kernel.TenantId;

/**
 * A tenant as it is shown.
 *
 * @param contact who answers for it, if need be the configured default (R2)
 */
public record TenantProfile(
        TenantId id,
        Slug slug,
        String name,
        Currency currency,
        RenewalCalendar calendar,
        ZoneId timeZone,
        Contact contact,
        boolean setupFinished,
        Instant createdAt) {}
