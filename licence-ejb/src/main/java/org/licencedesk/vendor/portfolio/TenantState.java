package org.licencedesk.vendor.portfolio;

import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.tenant.TenantProfile;

/**
 * A tenant with its figures and its price.
 *
 * @param nextInvoiceOn the next renewal date
 * @param pricePerSeat what a seat costs for the running period; empty if set by the account manager
 * @param revision rises with each change of what is known of the tenant
 */
public record TenantState(
        TenantProfile profile, LocalDate nextInvoiceOn, Optional<Money> pricePerSeat, Figures figures, long revision) {}
