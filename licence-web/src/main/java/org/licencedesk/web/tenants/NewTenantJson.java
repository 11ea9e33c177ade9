package org.licencedesk.web.tenants;

import java.util.Optional;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.access.Password;
import org.licencedesk.people.setup.CreateTenant;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.Slug;
import org.licencedesk.web.json.Body;
import org.licencedesk.web.json.MoneyJson;

/** A tenant to be created, in the contract. */
record NewTenantJson(
        String slug,
        String name,
        int maximum,
        String currency,
        Optional<String> pricePerSeat,
        Optional<String> period,
        Optional<String> renewsOn,
        Optional<Boolean> firstPeriodBilled,
        Optional<String> timeZone,
        FirstAdminJson firstAdmin,
        Optional<AccountManagerChoice> accountManager) {

    /** The first System Admin, in the contract. */
    record FirstAdminJson(String userName, String displayName, String email, Optional<String> password) {

        NewUser user() {
            return new NewUser(
                    new UserName(userName),
                    new DisplayName(displayName),
                    Optional.of(new EmailAddress(email)),
                    Role.SYSTEM_ADMIN,
                    UserStatus.ACTIVE);
        }
    }

    CreateTenant command() {
        return new CreateTenant(
                new Slug(slug),
                name,
                Body.atLeast("maximum", maximum, 1),
                MoneyJson.currency("currency", currency),
                pricePerSeat,
                period.map(text -> Body.constant("period", text, BillingPeriod.class))
                        .orElse(BillingPeriod.MONTH),
                renewsOn.map(text -> Body.date("renewsOn", text)),
                firstPeriodBilled.orElse(false),
                timeZone.map(TimeZones::parse).orElse(TimeZones.UTC),
                Body.member("firstAdmin", firstAdmin::user),
                Body.member("firstAdmin", () -> firstAdmin.password().map(Password::new)),
                Body.member("accountManager", () -> accountManager.flatMap(AccountManagerChoice::contact)),
                Body.member("accountManager", () -> accountManager.flatMap(AccountManagerChoice::manager)),
                true,
                Door.API);
    }
}
