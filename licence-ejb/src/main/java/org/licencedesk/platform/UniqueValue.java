package org.licencedesk.platform;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.EntityManager;
import org.hibernate.exception.ConstraintViolationException;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** Stores what has a value that nothing else may have, where no lock keeps others from taking it at the same time. */
public final class UniqueValue {

    private UniqueValue() {}

    /**
     * @param entity is written at once
     * @param taken the refusal if another transaction took the value since it was looked for
     */
    public static void store(EntityManager entities, Object entity, Refusal taken) {
        try {
            entities.persist(entity);
            entities.flush();
        } catch (ConstraintViolationException | EntityExistsException e) {
            throw new RuleViolation(taken);
        }
    }
}
