package org.licencedesk.portfolio;

import java.time.ZoneId;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.Text;
import org.licencedesk.tenant.Contact;

/**
 * Changes what is known of a tenant. What is empty stays as it is.
 *
 * @param contact a contact of its own in place of an account manager
 * @param manager the account manager whose portfolio it goes to
 */
public record EditTenant(
        TenantId tenant,
        Optional<String> name,
        Optional<ZoneId> timeZone,
        Optional<Contact> contact,
        Optional<ManagerId> manager,
        Actor actor) {

    /** @throws InvalidValue if the name cannot be one */
    public EditTenant {
        name.ifPresent(text -> Text.line("name", text, 200));
    }
}
