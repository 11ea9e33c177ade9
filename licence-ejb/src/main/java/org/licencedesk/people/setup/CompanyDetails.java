package org.licencedesk.people.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.profile.EditTenant;
import org.licencedesk.seats.profile.TenantEditing;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** The wizard's first step: what a System Admin says of their own system (R28). */
@Stateless
public class CompanyDetails {

    @Inject
    private Tenants tenants;

    @Inject
    private TenantEditing editing;

    @Inject
    private TimeSource time;

    /** @return the details as they stand */
    public Company of(TenantId id, Actor actor) {
        Permission.SET_UP.require(actor, id);
        Tenant tenant = tenants.get(id);
        return new Company(
                tenant.profile().name(),
                tenant.timeZone(),
                editing.isTimeZoneSettled(tenant, time.now()),
                tenant.revision());
    }

    /** Changes the details, as {@link TenantEditing#edit} says. */
    public void change(ChangeCompany command) {
        Permission.SET_UP.require(command.actor(), command.tenant());
        editing.edit(new EditTenant(
                command.tenant(),
                Optional.of(command.name()),
                Optional.of(command.timeZone()),
                Optional.empty(),
                Optional.empty(),
                command.expected(),
                command.actor()));
    }
}
