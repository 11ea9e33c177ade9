package org.licencedesk.platform.jobs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the log of failures, in one line a minute at most for each kind of cause. */
final class FailureLog {

    private static final Logger LOG = System.getLogger(FailureLog.class.getName());

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private static final int NAMED = 20;

    private final Map<Key, Waiting> waiting = new HashMap<>();

    private record Key(Job job, String kind) {}

    /** What is to be told of one kind of failure of one job. */
    private static final class Waiting {
        private final Set<String> tenants = new LinkedHashSet<>();
        private int unnamed;
        private String cause = "";
        private boolean isNews;
        private Optional<Long> toldAt = Optional.empty();

        private boolean isDue() {
            return isNews
                    && toldAt.filter(told -> System.nanoTime() - told < PAUSE).isEmpty();
        }

        private String take() {
            String more = unnamed == 0 ? "" : " and " + unnamed + " more";
            String whose = tenants.isEmpty() ? "" : " for " + String.join(", ", tenants) + more;
            tenants.clear();
            unnamed = 0;
            isNews = false;
            toldAt = Optional.of(System.nanoTime());
            return whose;
        }
    }

    /**
     * Keeps it for the next line.
     *
     * @param tenant whose work it was, if it was a tenant's
     */
    synchronized void note(Job job, Optional<String> tenant, Cause cause) {
        Waiting kind = waiting.computeIfAbsent(new Key(job, cause.kind()), key -> new Waiting());
        kind.isNews = true;
        kind.cause = cause.text();
        if (tenant.isPresent() && kind.tenants.size() == NAMED && !kind.tenants.contains(tenant.get())) {
            kind.unnamed++;
        } else {
            tenant.ifPresent(kind.tenants::add);
        }
    }

    /** Writes the lines whose minute is over. */
    synchronized void write(Job job) {
        waiting.forEach((key, kind) -> {
            if (key.job() == job && kind.isDue()) {
                LOG.log(
                        Level.WARNING,
                        "The job " + job.text() + " failed" + kind.take() + " and will try again: " + kind.cause);
            }
        });
    }
}
