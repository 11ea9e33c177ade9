package org.licencedesk.container;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.setup.CreateTenant;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.Slug;

/** Who is created in the server. */
final class NewTenants {
    private NewTenants() {}

    static CreateTenant ofSeats(int seats) {
        return new CreateTenant(
                new Slug("t" + UUID.randomUUID()),
                "Test tenant",
                seats,
                Currency.getInstance("GBP"),
                Optional.of("12.00"),
                BillingPeriod.MONTH,
                Optional.empty(),
                false,
                ZoneId.of("UTC"),
                person("first.admin", Role.SYSTEM_ADMIN, UserStatus.ACTIVE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Door.API);
    }

    static NewUser person(String name, Role role, UserStatus status) {
        return new NewUser(
                new UserName(name),
                new DisplayName(name),
                Optional.of(new EmailAddress(name + "@example.org")),
                role,
                status);
    }
}
