package org.licencedesk.people.access;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import org.licencedesk.kernel.WithoutPermission;

/** Notes when tokens were used, in a transaction of its own. */
@Stateless
@WithoutPermission("notes what the caller was let in by")
public class TokenUses {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** Notes that the token was used at the instant. */
    public void note(UUID token, Instant now) {
        entities.createQuery("update ApiToken set lastUsedAt = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", token)
                .executeUpdate();
    }
}
