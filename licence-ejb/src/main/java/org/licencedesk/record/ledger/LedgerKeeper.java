package org.licencedesk.record.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.seats.allowance.AfterChange;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;

/** Writes each happening down, in the transaction in which it happens and under the lock that it holds (R38). */
@ApplicationScoped
class LedgerKeeper implements AfterChange {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Allowances allowances;

    @Override
    public Step step() {
        return Step.LEDGER;
    }

    @Override
    public void on(LedgerEvent event) {
        Allowance allowance = allowances.get(event.tenant());
        LedgerEntry entry = LedgerEntry.following(
                allowance.lastSequence(), allowance.lastEntryAt(), allowance.lastHash(), event, allowance.figures());
        entities.persist(new StoredEntry(event.tenant().value(), entry));
        allowance.extendLedger(entry.hash(), entry.at());
    }
}
