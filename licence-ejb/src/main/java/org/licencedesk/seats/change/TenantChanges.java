package org.licencedesk.seats.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.ChangeRecord;
import org.licencedesk.seats.allowance.Raising;
import org.licencedesk.seats.directory.FormerUserNames;
import org.licencedesk.seats.directory.UserAccounts;

/** Begins changes of tenants: nothing about seats is read before the lock is held. */
@ApplicationScoped
class TenantChanges {

    @Inject
    private Allowances allowances;

    @Inject
    private Raising raising;

    @Inject
    private UserAccounts accounts;

    @Inject
    private FormerUserNames formerNames;

    @Inject
    private StatusPolicy policy;

    @Inject
    private ChangeRecord record;

    @Inject
    private TimeSource time;

    /**
     * Asks for the permission, locks the tenant until the transaction ends, and then reads the clock.
     *
     * @throws Forbidden if the actor's role may not do this
     * @throws NotFound if there is no such tenant, or the actor belongs to another one (R3)
     * @throws Busy if more is due to it than can be done at once
     */
    TenantChange begin(TenantId tenant, Actor actor, Door door, Permission permission) {
        permission.require(actor, tenant);
        Allowance allowance = allowances.lock(tenant);
        return within(allowance, new Act(actor, door, time.now()));
    }

    /** @return a change of a tenant that the transaction has locked already */
    TenantChange within(Allowance locked, Act act) {
        return new TenantChange(locked, act, this);
    }

    Raising raising() {
        return raising;
    }

    UserAccounts accounts() {
        return accounts;
    }

    FormerUserNames formerNames() {
        return formerNames;
    }

    StatusPolicy policy() {
        return policy;
    }

    ChangeRecord record() {
        return record;
    }
}
