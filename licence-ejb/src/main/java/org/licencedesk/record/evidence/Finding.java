package org.licencedesk.record.evidence;

import org.licencedesk.seats.tenant.Slug;

/**
 * Something that is wrong with a tenant's ledger, in words that name nobody.
 *
 * @param what such as {@code entry 5 ALTERED}
 */
public record Finding(Slug tenant, String what) {}
