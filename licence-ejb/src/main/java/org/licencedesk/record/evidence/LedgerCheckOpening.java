package org.licencedesk.record.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.seats.allowance.AfterChange;

/** Puts each new tenant on the list of those whose ledger is checked. */
@ApplicationScoped
class LedgerCheckOpening implements AfterChange {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Override
    public Step step() {
        return Step.LEDGER_CHECKS;
    }

    @Override
    public void on(LedgerEvent event) {
        if (event.kind() == EntryKind.TENANT_CREATED) {
            entities.persist(new LedgerCheck(
                    event.tenant(), event.act().at().atOffset(ZoneOffset.UTC).toLocalDate()));
        }
    }
}
