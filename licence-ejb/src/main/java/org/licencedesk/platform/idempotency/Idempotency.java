package org.licencedesk.platform.idempotency;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.platform.Contention;

/**
 * Does a request once however often it is sent (R36): the key is claimed in the transaction of the change itself, so
 * that both are stored together or not at all, and a second request waits at the key until the first has ended.
 */
@Stateless
@WithoutPermission("the request that it repeats asks for its own")
public class Idempotency {

    private static final Duration KEPT = Duration.ofHours(24);

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private TimeSource time;

    /**
     * @param request the request and its key
     * @param change makes the change by calls that join this transaction, and answers
     * @return the answer, or the first answer if the request was done before
     * @throws RuleViolation {@link Refusal#IDEMPOTENCY_KEY_REUSED} if the key came with another request
     * @throws RuleViolation {@link Refusal#IDEMPOTENCY_KEY_IN_PROGRESS} if the first request did not end in time
     */
    public Answer once(RequestKey request, Supplier<Answer> change) {
        Instant now = time.now();
        boolean first = claim(request, now);
        IdempotencyRecord stored = entities.find(IdempotencyRecord.class, request.identity());
        if (!first && !stored.isOlderThan(now.minus(KEPT))) {
            if (!stored.isOf(request.digest())) {
                throw new RuleViolation(Refusal.IDEMPOTENCY_KEY_REUSED);
            }
            return stored.answer();
        }
        stored.begin(request.digest(), now);
        Answer answer = change.get();
        stored.end(answer);
        return answer;
    }

    /** @return how many records that are no longer kept were removed, {@code most} at most */
    public int forget(int most) {
        return entities.createNativeQuery("delete from idempotency_record where recorded_at < :before limit " + most)
                .setParameter("before", time.now().minus(KEPT))
                .executeUpdate();
    }

    private boolean claim(RequestKey request, Instant now) {
        try {
            return entities.createNativeQuery("insert ignore into idempotency_record"
                                    + " (request_key, request_digest, recorded_at) values (:key, :digest, :now)")
                            .setParameter("key", request.identity())
                            .setParameter("digest", request.digest())
                            .setParameter("now", now)
                            .executeUpdate()
                    == 1;
        } catch (PersistenceException e) {
            if (Contention.isLockTimeout(e)) {
                throw new RuleViolation(Refusal.IDEMPOTENCY_KEY_IN_PROGRESS);
            }
            throw e;
        }
    }
}
