package org.licencedesk.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.jobs.Jobs;

/**
 * Down if this node's server has not called a job's timer for long: it lost it, or a run never came back. Only a restart
 * brings it back, and that is what being not alive asks for.
 */
@Liveness
@ApplicationScoped
public class TimersAlive implements HealthCheck {

    @Inject
    private Jobs jobs;

    @Override
    public HealthCheckResponse call() {
        String silent = jobs.silent().stream().map(Job::text).collect(Collectors.joining(", "));
        return silent.isEmpty()
                ? HealthCheckResponse.up("timers")
                : HealthCheckResponse.named("timers")
                        .down()
                        .withData("silent", silent)
                        .build();
    }
}
