package org.licencedesk.seats.tenant;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Text;

/**
 * A tenant to be created.
 *
 * @param slug its address
 * @param name its name, 1 to 200 characters
 * @param currency the currency of its prices; it has a minor unit
 * @param period how long it pays in advance for
 * @param firstRenewal the date of its next invoice
 * @param timeZone decides which day an instant falls on (R33)
 * @param contact a contact of its own, or empty
 * @param manager the account manager whose portfolio it is in, or empty
 * @param setupFinished whether the Setup Wizard need not open by itself (R28)
 */
public record NewTenant(
        Slug slug,
        String name,
        Currency currency,
        BillingPeriod period,
        LocalDate firstRenewal,
        ZoneId timeZone,
        Optional<Contact> contact,
        Optional<ManagerId> manager,
        boolean setupFinished) {

    /** @throws InvalidValue if the name cannot be one */
    public NewTenant {
        name = Text.name("name", name);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new InvalidValue("currency", InvalidValue.Problem.UNKNOWN);
        }
    }
}
