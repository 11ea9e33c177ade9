package org.licencedesk.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.licencedesk.platform.jobs.JobState;

/**
 * Tells of each job when it last came to its end, and what is overdue, in numbers and without names. It is never down: a
 * node that serves people is not taken from them because an invoice is late.
 */
@Readiness
@ApplicationScoped
public class JobsReport implements HealthCheck {

    @Inject
    private InstallationJobs jobs;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder report = HealthCheckResponse.named("jobs").up();
        jobs.read().ifPresent(reading -> {
            reading.jobs().forEach(job -> tell(report, job, job.isLate(reading.at())));
            report.withData("renewals.overdue", reading.overdueRenewals());
        });
        return report.build();
    }

    private static void tell(HealthCheckResponseBuilder report, JobState job, boolean late) {
        String name = job.job().text();
        report.withData(
                name + ".lastFinished",
                job.lastFinishedAt().map(Object::toString).orElse("never"));
        report.withData(name + ".late", late);
        report.withData(name + ".failedRuns", job.failedRuns());
        report.withData(name + ".failing", job.failingTenants());
    }
}
