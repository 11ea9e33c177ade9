package org.licencedesk.people.setup;

import java.time.ZoneId;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.Text;

/**
 * Changes the company details of a tenant.
 *
 * @param name the system's name, 1 to 200 characters
 * @param timeZone the one that it has, or another one while nothing was charged by its days
 * @param expected the revision that the caller has seen
 */
public record ChangeCompany(TenantId tenant, String name, ZoneId timeZone, Expected expected, Actor actor) {

    /** @throws InvalidValue if the name cannot be one */
    public ChangeCompany {
        name = Text.name("name", name);
    }
}
