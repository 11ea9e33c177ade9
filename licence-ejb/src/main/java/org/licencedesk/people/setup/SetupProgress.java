package org.licencedesk.people.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.record.ledger.DoorTally;
import org.licencedesk.record.ledger.LedgerTally;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.tenant.Tenants;

/**
 * Remembers where a tenant's Setup Wizard was left, so that it can be taken up again there, and by whom it was put off
 * (R28).
 */
@Stateless
public class SetupProgress {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Tenants tenants;

    @Inject
    private Allowances allowances;

    @Inject
    private LedgerTally tally;

    /** @return how far the tenant's wizard is */
    public SetupState of(TenantId tenant, Actor actor) {
        Permission.SET_UP.require(actor, tenant);
        boolean finished = tenants.get(tenant).profile().setupFinished();
        DoorTally done = tally.through(tenant, Door.WIZARD);
        return new SetupState(
                finished ? SetupStep.FINISH : left(tenant),
                finished,
                new SetupSummary(
                        allowances.current(tenant).figures(), done.usersAdded(), done.increases(), done.seatsAdded()));
    }

    /** Notes that the wizard is at the step, also at an earlier one; a finished wizard stays finished. */
    public void reach(TenantId tenant, SetupStep step, Actor actor) {
        Permission.SET_UP.require(actor, tenant);
        entities.createNativeQuery("insert into setup_progress (tenant_id, step)"
                        + " select id, :step from tenant where id = :tenant and not setup_finished"
                        + " on duplicate key update step = :step")
                .setParameter("step", step.name())
                .setParameter("tenant", tenant.value())
                .executeUpdate();
    }

    /** Finishes the wizard, at whatever step: it opens by itself for nobody any more. */
    public void finish(TenantId tenant, Actor actor) {
        Permission.SET_UP.require(actor, tenant);
        tenants.finishSetup(tenant);
        for (String table : new String[] {"setup_progress", "setup_put_off"}) {
            entities.createNativeQuery("delete from " + table + " where tenant_id = :tenant")
                    .setParameter("tenant", tenant.value())
                    .executeUpdate();
        }
    }

    /**
     * Remembers that this person wants the wizard later. It goes on opening by itself for the tenant's other System Admins.
     *
     * @throws Forbidden if no person acts
     */
    public void later(TenantId tenant, Actor actor) {
        Permission.SET_UP.require(actor, tenant);
        UUID person = actor.user().orElseThrow(Forbidden::new).value();
        entities.createNativeQuery("insert into setup_put_off (tenant_id, user_id)"
                        + " select id, :person from tenant where id = :tenant and not setup_finished"
                        + " on duplicate key update user_id = :person")
                .setParameter("person", person)
                .setParameter("tenant", tenant.value())
                .executeUpdate();
    }

    /**
     * Asked right after somebody's sign-in.
     *
     * @return whether the wizard opens by itself: for a System Admin who has not put it off, while it is not finished
     */
    public boolean shouldOpen(Actor actor) {
        if (!Permission.SET_UP.isGivenTo(actor.role()) || actor.user().isEmpty()) {
            return false;
        }
        return !entities.createNativeQuery(
                        "select 1 from tenant where id = :tenant and not setup_finished and not exists"
                                + " (select 1 from setup_put_off where tenant_id = :tenant and user_id = :person)",
                        Integer.class)
                .setParameter("tenant", actor.tenant().orElseThrow().value())
                .setParameter("person", actor.user().get().value())
                .getResultList()
                .isEmpty();
    }

    private SetupStep left(TenantId tenant) {
        List<?> steps = entities.createNativeQuery(
                        "select step from setup_progress where tenant_id = :tenant", String.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
        return steps.isEmpty()
                ? SetupStep.COMPANY
                : SetupStep.valueOf(steps.get(0).toString());
    }
}
