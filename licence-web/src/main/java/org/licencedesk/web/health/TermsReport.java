package org.licencedesk.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.licencedesk.platform.DatabaseHealth;
import org.licencedesk.seats.terms.TermsLibrary;

/** Tells which published terms were altered. It is never down, as the ledger's report is not: who works goes on working. */
@Readiness
@ApplicationScoped
public class TermsReport implements HealthCheck {

    private static final int MOST = 20;

    @Inject
    private TermsLibrary library;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder report = HealthCheckResponse.named("terms").up();
        if (!DatabaseHealth.isAvailable()) {
            return report.build();
        }
        try {
            List<String> altered = library.altered(MOST);
            report.withData("altered", altered.size());
            if (!altered.isEmpty()) {
                report.withData("versions", String.join(", ", altered));
            }
            return report.build();
        } catch (RuntimeException e) {
            return report.build();
        }
    }
}
