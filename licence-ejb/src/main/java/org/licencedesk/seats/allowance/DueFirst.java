package org.licencedesk.seats.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.Contention;
import org.licencedesk.seats.tenant.Tenants;

/** Sees to it that what is due is done before anything else, whoever comes first, and however late (R30). */
@ApplicationScoped
class DueFirst {

    private static final Logger LOG = Logger.getLogger(DueFirst.class.getName());

    /** Two years by the month: what one transaction catches up with. What is later than that is left to the job. */
    private static final int MOST_PERIODS = 24;

    /** Whoever only looks needs a second connection for it; so many of them at once never empty a pool. */
    private static final int MOST_READERS = 4;

    /** Where a day begins first, and last. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private final Semaphore readers = new Semaphore(MOST_READERS);

    @Inject
    private DueWork work;

    @Inject
    private Tenants tenants;

    @Inject
    private TimeSource time;

    /**
     * Does what is due to the tenant of a locked allowance, and nothing while that is being done.
     *
     * @throws Busy if more is due than one transaction catches up with
     * @throws RuleViolation {@link Refusal#RENEWAL_OVERDUE} if it cannot be done
     */
    void require(Allowance locked) {
        Instant now = time.now();
        if (locked.isSettling() || !isDue(locked, now)) {
            return;
        }
        locked.setSettling(true);
        try {
            work.settle(locked.tenant(), now, MOST_PERIODS);
        } catch (RuntimeException e) {
            if (Contention.isPassing(e)) {
                throw e;
            }
            // The job that finds it due as well names the tenant in the log.
            LOG.log(Level.FINE, "What is due could not be done first", e);
            throw new RuleViolation(Refusal.RENEWAL_OVERDUE);
        } finally {
            locked.setSettling(false);
        }
        if (isDue(locked, now)) {
            throw new Busy();
        }
    }

    /**
     * Tries to do what is due to the tenant of an allowance that is only looked at: if it cannot be done, looking goes on.
     *
     * @return whether the allowance may have changed meanwhile
     */
    boolean attempt(Allowance shown) {
        Instant now = time.now();
        if (!isDue(shown, now) || !readers.tryAcquire()) {
            return false;
        }
        try {
            work.settleApart(shown.tenant(), now, MOST_PERIODS);
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "What is due could not be done for a reader", e);
        } finally {
            readers.release();
        }
        return true;
    }

    /** Asks for the tenant's day only where it matters, within a day of the date. */
    private boolean isDue(Allowance allowance, Instant now) {
        LocalDate due = allowance.dueOn();
        if (due.isAfter(now.atOffset(FIRST).toLocalDate())) {
            return false;
        }
        return !due.isAfter(now.atOffset(LAST).toLocalDate())
                || !due.isAfter(tenants.get(allowance.tenant()).dayOf(now));
    }
}
