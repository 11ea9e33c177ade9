package org.licencedesk.people.setup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.people.access.Password;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.seats.tenant.Slug;

/**
 * Creates a tenant with its first System Admin.
 *
 * @param name 1 to 200 characters
 * @param maximum how many seats it begins with, from 1: the first System Admin holds one
 * @param pricePerSeat a decimal number as text in the currency, or empty if the account manager sets the price
 * @param renewsOn the date of the next invoice, or empty for the first of next month
 * @param firstPeriodBilled whether the days until that date are charged on its invoice, pro rata
 * @param timeZone decides which day an instant falls on
 * @param firstAdmin an active System Admin
 * @param contact a contact of its own, or empty
 * @param manager the account manager whose portfolio it goes to, or empty
 * @param setupFinished whether the Setup Wizard need not open by itself (R28)
 */
public record CreateTenant(
        Slug slug,
        String name,
        int maximum,
        Currency currency,
        Optional<String> pricePerSeat,
        BillingPeriod period,
        Optional<LocalDate> renewsOn,
        boolean firstPeriodBilled,
        ZoneId timeZone,
        NewUser firstAdmin,
        Optional<Password> password,
        Optional<Contact> contact,
        Optional<ManagerId> manager,
        boolean setupFinished,
        Door door) {}
