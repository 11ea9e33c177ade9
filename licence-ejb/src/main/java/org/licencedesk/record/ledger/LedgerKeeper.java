package org.licencedesk.record.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.kernel.Happening;

/** Writes each happening down, in the transaction in which it happens and under the lock that it holds (R38). */
@ApplicationScoped
class LedgerKeeper {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Allowances allowances;

    void keep(@Observes Happening told) {
        Allowance allowance = allowances.get(told.tenant());
        LedgerEntry entry = LedgerEntry.following(
                allowance.lastSequence(), allowance.lastEntryAt(), allowance.lastHash(), told, allowance.figures());
        entities.persist(new StoredEntry(told.tenant().value(), entry));
        allowance.extendLedger(entry.hash(), entry.at());
    }
}
