package org.licencedesk.record.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.TenantId;

/** Counts in the ledger what came in through a door, from the entries of that door and kind alone. */
@ApplicationScoped
public class LedgerTally {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return what came in through the door so far */
    public DoorTally through(TenantId tenant, Door door) {
        Number added = (Number) entities.createNativeQuery(
                        "select count(*) from ledger_entry force index (ledger_kind_door)"
                                + " where tenant_id = :tenant and kind = :kind and door = :door and actor <> :beginning")
                .setParameter("tenant", tenant.value())
                .setParameter("kind", EntryKind.USER_ADDED.name())
                .setParameter("door", door.name())
                .setParameter("beginning", Actor.installation().label())
                .getSingleResult();
        Object[] raised =
                (Object[]) entities.createNativeQuery("select count(*), coalesce(sum(e.maximum - before_it.maximum), 0)"
                                + " from ledger_entry e force index (ledger_kind_door)"
                                + " join ledger_entry before_it"
                                + " on before_it.tenant_id = e.tenant_id and before_it.seq = e.seq - 1"
                                + " where e.tenant_id = :tenant and e.kind = :kind and e.door = :door")
                        .setParameter("tenant", tenant.value())
                        .setParameter("kind", EntryKind.ALLOWANCE_RAISED.name())
                        .setParameter("door", door.name())
                        .getSingleResult();
        return new DoorTally(added.intValue(), ((Number) raised[0]).intValue(), ((Number) raised[1]).intValue());
    }
}
