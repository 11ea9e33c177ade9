package org.licencedesk.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.licencedesk.kernel.UserErased;

/** Empties the answers that name a user who is erased; a repeat still does nothing again, and gets an empty object. */
@ApplicationScoped
class ErasedAnswers {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    void on(@Observes UserErased erased) {
        entities.createQuery("update IdempotencyRecord set body = '{}' where userId = :user and body is not null")
                .setParameter("user", erased.user().value())
                .executeUpdate();
    }
}
