package org.licencedesk.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.licencedesk.platform.Settings;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.jobs.JobState;

/**
 * The same numbers for whoever draws curves and raises alarms, where the operator opened the metrics; what is not known is
 * no number.
 */
@ApplicationScoped
public class JobMetrics {

    @Inject
    private InstallationJobs jobs;

    @Inject
    private Instance<MetricRegistry> registry;

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Where they are closed, the server has no registry.
        if (!Settings.ofProcess().truth("licence.metrics.open")) {
            return;
        }
        Arrays.stream(Job.values()).forEach(job -> {
            register(
                    "licence_job_age_seconds",
                    "Seconds since a run of the job last came to its end",
                    () -> of(job, this::age),
                    new Tag("job", job.text()));
            register(
                    "licence_job_failed_runs",
                    "Runs of the job in a row that failed",
                    () -> of(job, JobState::failedRuns),
                    new Tag("job", job.text()));
            register(
                    "licence_job_failing_tenants",
                    "Tenants for whom the job failed and has not succeeded since",
                    () -> of(job, JobState::failingTenants),
                    new Tag("job", job.text()));
        });
        register(
                "licence_renewals_overdue",
                "Tenants with an invoice that should have been closed an hour ago or earlier",
                () -> jobs.read()
                        .map(reading -> (double) reading.overdueRenewals())
                        .orElse(Double.NaN));
    }

    private void register(String name, String description, Supplier<Double> value, Tag... tags) {
        registry.get()
                .gauge(
                        Metadata.builder()
                                .withName(name)
                                .withDescription(description)
                                .build(),
                        value,
                        tags);
    }

    private double age(JobState state) {
        return state.lastFinishedAt()
                .flatMap(last -> jobs.read().map(reading -> Duration.between(last, reading.at())))
                .map(age -> (double) age.toSeconds())
                .orElse(Double.NaN);
    }

    private double of(Job job, ToDoubleFunction<JobState> value) {
        return jobs.read()
                .flatMap(reading -> reading.jobs().stream()
                        .filter(state -> state.job() == job)
                        .findFirst())
                .map(value::applyAsDouble)
                .orElse(Double.NaN);
    }
}
