package org.licencedesk.platform.jobs;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.WithoutPermission;

/** Keeps leases, runs and failures of the jobs; each call is one short transaction. */
@Stateless
@WithoutPermission("a step of a job, which nobody calls")
public class JobRuns {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private TenantNames names;

    @Inject
    private TimeSource time;

    /**
     * Notes that a run begins.
     *
     * @return whether it does: a job that needs a lease begins on the node that has it, and on no other
     */
    public boolean begin(Job job, UUID node) {
        JobRun run = lock(job);
        boolean begins = !job.isLeased() || run.lease(node, time.now());
        if (begins) {
            run.start(time.now());
        }
        return begins;
    }

    /** @return whether the lease still is the node's; then it is prolonged */
    public boolean prolong(Job job, UUID node) {
        JobRun run = lock(job);
        return run.isHeldBy(node) && run.lease(node, time.now());
    }

    /** Notes how a run ended, and gives the lease back. @return whether the node had it to the end */
    public boolean end(Job job, UUID node, Optional<Cause> failure) {
        JobRun run = lock(job);
        boolean held = run.release(node);
        failure.ifPresentOrElse(cause -> run.fail(cause, time.now()), () -> run.finish(time.now()));
        return held;
    }

    /** @return when to try again, for those of the tenants for whom the job failed and has not succeeded since */
    public Map<TenantId, Instant> retries(Job job, List<TenantId> tenants) {
        return entities
                .createQuery(
                        "select key.tenantId, nextTryAt from JobFailure where key.job = :job and key.tenantId in :tenants",
                        Object[].class)
                .setParameter("job", job.text())
                .setParameter("tenants", tenants.stream().map(TenantId::value).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> new TenantId((UUID) row[0]), row -> (Instant) row[1]));
    }

    /** Notes that the job failed for the tenant. @return the tenant's name in addresses, if that is news */
    public Optional<String> noteFailure(Job job, TenantId tenant, Cause cause) {
        Instant now = time.now();
        Optional<JobFailure> before = failure(job, tenant);
        boolean news = before.map(failure -> failure.note(cause, now)).orElse(true);
        if (before.isEmpty()) {
            entities.persist(new JobFailure(job, tenant, cause, now));
        }
        return news ? Optional.of(names.nameOf(tenant)) : Optional.empty();
    }

    /** Notes that the job succeeded for the tenant. */
    public void forgetFailure(Job job, TenantId tenant) {
        failure(job, tenant).ifPresent(entities::remove);
    }

    /** @return how all jobs stand */
    public List<JobState> states() {
        Map<String, Long> failing = entities
                .createQuery("select key.job, count(*) from JobFailure group by key.job", Object[].class)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
        Map<String, JobRun> runs = entities.createQuery("from JobRun", JobRun.class).getResultList().stream()
                .collect(Collectors.toMap(JobRun::job, Function.identity()));
        return Arrays.stream(Job.values())
                .map(job -> new JobState(
                        job,
                        Optional.ofNullable(runs.get(job.text())).flatMap(JobRun::lastFinishedAt),
                        Optional.ofNullable(runs.get(job.text()))
                                .map(JobRun::failures)
                                .orElse(0),
                        failing.getOrDefault(job.text(), 0L)))
                .toList();
    }

    private Optional<JobFailure> failure(Job job, TenantId tenant) {
        return Optional.ofNullable(
                entities.find(JobFailure.class, JobFailure.key(job, tenant), LockModeType.PESSIMISTIC_WRITE));
    }

    private JobRun lock(Job job) {
        return Optional.ofNullable(find(job)).orElseGet(() -> {
            entities.createNativeQuery("insert ignore into job_run (job, failures) values (:job, 0)")
                    .setParameter("job", job.text())
                    .executeUpdate();
            return find(job);
        });
    }

    private JobRun find(Job job) {
        return entities.find(JobRun.class, job.text(), LockModeType.PESSIMISTIC_WRITE);
    }
}
