package org.licencedesk.record.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Happening;

/** Puts each new tenant on the list of those whose ledger is checked. */
@ApplicationScoped
class LedgerCheckOpening {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    void open(@Observes Happening told) {
        if (told.kind() == EntryKind.TENANT_CREATED) {
            entities.persist(new LedgerCheck(
                    told.tenant(), told.at().atOffset(ZoneOffset.UTC).toLocalDate()));
        }
    }
}
