package org.licencedesk.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.licencedesk.platform.DatabaseHealth;
import org.licencedesk.seats.tenant.Tenants;

/** Ready is who reaches the database with its tables in it. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final String NAME = "database";

    @Inject
    private Tenants tenants;

    @Override
    public HealthCheckResponse call() {
        if (!DatabaseHealth.isAvailable()) {
            return HealthCheckResponse.down(NAME);
        }
        try {
            tenants.isEmpty();
            return HealthCheckResponse.up(NAME);
        } catch (RuntimeException e) {
            return HealthCheckResponse.down(NAME);
        }
    }
}
