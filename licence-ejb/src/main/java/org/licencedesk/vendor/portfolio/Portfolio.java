package org.licencedesk.vendor.portfolio;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.profile.EditTenant;
import org.licencedesk.seats.profile.TenantEditing;
import org.licencedesk.seats.tenant.Slug;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** Shows and edits tenants: all of them for an Operator, their portfolio for an Account Manager (R2). */
@Stateless
public class Portfolio {

    @Inject
    private Tenants tenants;

    @Inject
    private TenantEditing editing;

    @Inject
    private TenantStates states;

    /**
     * @param page which page of the list
     * @return the tenants that the actor sees, by slug
     * @throws InvalidValue if the cursor is none
     */
    public Page<TenantState> list(PageRequest page, Actor actor) {
        Permission.SEE_TENANTS.require(actor);
        if (!page.cursor().map(Slug::isSlug).orElse(true)) {
            throw PageRequest.invalidCursor();
        }
        Page<Tenant> found = page.of(tenants.seenBy(actor, page.cursor(), page.rows()), tenant -> tenant.slug()
                .text());
        return new Page<>(states.of(found.items()), found.next());
    }

    /** @return the tenant, which the actor was found to see */
    public TenantState get(TenantId tenant, Actor actor) {
        Permission.SEE_TENANTS.require(actor, tenant);
        return states.of(tenants.get(tenant));
    }

    /**
     * Changes the tenant, as {@link TenantEditing#edit} says.
     *
     * @return the tenant afterwards
     * @throws Forbidden if anybody but an Operator would change who answers for it
     */
    public TenantState edit(EditTenant command) {
        Permission.CHANGE_TENANTS.require(command.actor(), command.tenant());
        if (command.contact().isPresent() || command.manager().isPresent()) {
            Permission.MANAGE_ACCOUNT_MANAGERS.require(command.actor());
        }
        editing.edit(command);
        return states.of(tenants.get(command.tenant()));
    }
}
