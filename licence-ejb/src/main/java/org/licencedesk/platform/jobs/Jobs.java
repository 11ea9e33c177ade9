package org.licencedesk.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.Contention;
import org.licencedesk.platform.DatabaseHealth;

/** Runs the jobs of this node. Whatever a job does, its timer sees it return: servers drop a timer whose call failed. */
@ApplicationScoped
public class Jobs {

    /** Runs that did not fail are noted no more often than this. */
    private static final long NOTED_EVERY = Duration.ofSeconds(20).toNanos();

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** After so many doublings the longest pause is passed. */
    private static final int DOUBLINGS = 6;

    /** A lease is prolonged when this much of it is gone. */
    private static final long PROLONGED_AFTER = JobRun.LEASE.toNanos() / 4;

    private final UUID node = Identifiers.next();

    private final FailureLog log = new FailureLog();

    private final Map<Job, Course> courses = new EnumMap<>(Job.class);

    @Inject
    private JobRuns runs;

    @Inject
    private TimeSource time;

    /** How a job goes on this node. */
    private static final class Course {
        private final AtomicBoolean running = new AtomicBoolean();
        private volatile long calledAt = System.nanoTime();
        private boolean noted;
        private long notedAt;
        private int failures;
        private long restsUntil = System.nanoTime();
    }

    /** Jobs of a node that was just started. */
    public Jobs() {
        Arrays.stream(Job.values()).forEach(job -> courses.put(job, new Course()));
    }

    /**
     * Runs the job, unless the database is away, this node runs it already, another node has its lease, or it rests after
     * runs that failed. Never throws.
     *
     * @param work what to do, in transactions of its own; the caller has none
     * @return whether it was run, with whatever outcome
     */
    public boolean run(Job job, Consumer<Turn> work) {
        Course course = course(job);
        course.calledAt = System.nanoTime();
        if (!course.running.compareAndSet(false, true)) {
            return false;
        }
        try {
            boolean rests = course.failures > 0 && System.nanoTime() - course.restsUntil < 0;
            return !rests && DatabaseHealth.answers() && run(job, course, work);
        } catch (RuntimeException | Error e) {
            failed(job, course, e);
            return true;
        } finally {
            course.running.set(false);
        }
    }

    /** Runs what a job has handed to a thread of its own. Never throws. */
    public void runPart(Job job, Runnable part) {
        try {
            if (DatabaseHealth.answers()) {
                part.run();
            }
        } catch (RuntimeException | Error e) {
            tell(job, e);
        }
    }

    /** @return the jobs whose timers this node's server has not called for so long that it has lost or blocked them */
    public List<Job> silent() {
        return Arrays.stream(Job.values())
                .filter(job -> System.nanoTime() - course(job).calledAt
                        > job.lateAfter().toNanos())
                .toList();
    }

    private Course course(Job job) {
        return Objects.requireNonNull(courses.get(job));
    }

    private boolean run(Job job, Course course, Consumer<Turn> work) {
        boolean note = job.isLeased() || !course.noted || System.nanoTime() - course.notedAt >= NOTED_EVERY;
        if (note && !Contention.retrying(() -> runs.begin(job, node))) {
            return false;
        }
        Optional<Throwable> failure = attempt(work, new Turn(job, runs, log, time, lease(job)));
        if (note || failure.isPresent() || course.failures > 0) {
            Contention.retrying(() -> runs.end(job, node, failure.map(Cause::of)));
            course.noted = true;
            course.notedAt = System.nanoTime();
        }
        failure.ifPresentOrElse(thrown -> failed(job, course, thrown), () -> course.failures = 0);
        log.write(job);
        return true;
    }

    private static Optional<Throwable> attempt(Consumer<Turn> work, Turn turn) {
        try {
            work.accept(turn);
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            return Optional.of(e);
        }
    }

    private void failed(Job job, Course course, Throwable thrown) {
        Duration pause = job.every().multipliedBy(1L << Math.min(course.failures, DOUBLINGS));
        course.failures++;
        course.restsUntil = System.nanoTime() + (pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause).toNanos();
        tell(job, thrown);
    }

    /** Tells the log that a part of a job failed and will be tried again; one line a minute at most for each kind. */
    public void tell(Job job, Throwable thrown) {
        // That the database is away is told once, by whoever finds it out.
        if (!Contention.isConnectionLost(thrown)) {
            log.note(job, Optional.empty(), Cause.of(thrown));
            log.write(job);
        }
    }

    private BooleanSupplier lease(Job job) {
        if (!job.isLeased()) {
            return () -> true;
        }
        long[] prolongedAt = {System.nanoTime()};
        return () -> {
            if (System.nanoTime() - prolongedAt[0] < PROLONGED_AFTER) {
                return true;
            }
            prolongedAt[0] = System.nanoTime();
            return Contention.retrying(() -> runs.prolong(job, node));
        };
    }
}
