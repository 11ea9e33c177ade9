package org.licencedesk.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.licencedesk.platform.DatabaseHealth;
import org.licencedesk.record.evidence.Finding;
import org.licencedesk.record.evidence.LedgerFindings;

/**
 * Tells what the checks of the ledgers found. It is never down: a node with a falsified ledger behind it works as well as
 * any other, and nobody is to be locked out for it. It names nobody, since it is open to the network: which ledger, and what
 * is wrong with it, stands in the log and in the operator's verification.
 */
@Readiness
@ApplicationScoped
public class LedgerFindingsReport implements HealthCheck {

    private static final int MOST = 100;

    @Inject
    private LedgerFindings findings;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder report = HealthCheckResponse.named("ledger").up();
        if (!DatabaseHealth.isAvailable()) {
            return report.build();
        }
        try {
            List<Finding> known = findings.known(MOST);
            report.withData("findings", known.size());
            report.withData(
                    "tenants", known.stream().map(Finding::tenant).distinct().count());
            return report.build();
        } catch (RuntimeException e) {
            return report.build();
        }
    }
}
