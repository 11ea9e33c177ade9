package org.licencedesk.seats.pricing;

import java.time.LocalDate;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.TenantId;

/**
 * Sets what a seat costs from a coming renewal date on, or a first price from the beginning of the running period.
 *
 * @param perSeat a decimal number as text, in the tenant's currency
 */
public record SetPrice(TenantId tenant, String perSeat, LocalDate from, Actor actor) {}
