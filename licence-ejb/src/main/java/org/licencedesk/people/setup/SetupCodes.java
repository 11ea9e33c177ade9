package org.licencedesk.people.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import org.licencedesk.kernel.Secret;

/** The setup codes that are stored; there are none once the installation is opened. */
@ApplicationScoped
class SetupCodes {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** Nodes that start together may all be handed the same code. */
    void add(Secret code, Instant now) {
        entities.createNativeQuery("insert ignore into setup_code (digest, made_at) values (:digest, :now)")
                .setParameter("digest", code.digest())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Uses all codes up, if this is one of them. Whoever comes second waits here, and finds none. */
    boolean use(Secret code) {
        boolean known = entities
                .createQuery("from SetupCode", SetupCode.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .anyMatch(stored -> stored.isOf(code));
        if (known) {
            entities.createQuery("delete from SetupCode").executeUpdate();
        }
        return known;
    }
}
