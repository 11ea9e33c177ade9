package org.licencedesk.seats.profile;

import java.time.ZoneId;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.Text;
import org.licencedesk.seats.tenant.Contact;

/**
 * Changes what is known of a tenant. What is empty stays as it is.
 *
 * @param contact a contact of its own in place of an account manager
 * @param manager the account manager whose portfolio it goes to
 * @param timeZone the one that it has, or another one while nothing was charged by its days
 * @param expected the revision that the caller has seen
 */
public record EditTenant(
        TenantId tenant,
        Optional<String> name,
        Optional<ZoneId> timeZone,
        Optional<Contact> contact,
        Optional<ManagerId> manager,
        Expected expected,
        Actor actor) {

    /** @throws InvalidValue if the name cannot be one */
    public EditTenant {
        name = name.map(text -> Text.name("name", text));
    }
}
