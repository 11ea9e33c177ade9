package org.licencedesk.people.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.licencedesk.kernel.Secret;
import org.licencedesk.people.access.ClientAddress;
import org.licencedesk.people.access.SignInThrottle;
import org.licencedesk.people.access.ThrottleKey;
import org.licencedesk.people.access.TooManyAttempts;

/** The setup codes that are stored; there are none once there is nothing left to be opened. */
@ApplicationScoped
class SetupCodes {

    private static final ThrottleKey WHAT = ThrottleKey.of("setup code");

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private SignInThrottle throttle;

    /** Nodes that start together may all be handed the same code. */
    void add(Secret code, Instant now) {
        entities.createNativeQuery("insert ignore into setup_code (digest, made_at) values (:digest, :now)")
                .setParameter("digest", code.digest())
                .setParameter("now", now)
                .executeUpdate();
    }

    /**
     * Lets go on whoever holds one of the codes. Whoever comes second with one waits here until the first is done.
     *
     * @param awaited whether what the code is to open is still to be opened
     * @throws SetupCodeRefused if it is none of the codes, or opens nothing any more
     * @throws TooManyAttempts if codes were tried too often
     */
    void require(Secret code, ClientAddress address, BooleanSupplier awaited) {
        TooManyAttempts.refuse(throttle.begin(WHAT, address));
        boolean known = entities
                .createQuery("from SetupCode", SetupCode.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .anyMatch(stored -> stored.isOf(code));
        if (!known || !awaited.getAsBoolean()) {
            throw new SetupCodeRefused();
        }
        throttle.succeeded(WHAT, address);
    }

    /** Ends all codes. */
    void close() {
        entities.createQuery("delete from SetupCode").executeUpdate();
    }
}
