package org.licencedesk.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.licencedesk.evidence.Finding;
import org.licencedesk.evidence.LedgerFindings;
import org.licencedesk.kernel.DatabaseReach;

/**
 * Tells what the checks of the ledgers found. It is never down: a node with a falsified ledger behind it works as well as
 * any other, and nobody is to be locked out for it. It names tenants and no people, since it is open to the network.
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
        if (!DatabaseReach.isGiven()) {
            return report.build();
        }
        try {
            List<Finding> known = findings.known(MOST);
            report.withData("findings", known.size());
            known.stream()
                    .collect(Collectors.groupingBy(
                            finding -> finding.tenant().text(),
                            Collectors.mapping(Finding::what, Collectors.joining("; "))))
                    .forEach(report::withData);
            return report.build();
        } catch (RuntimeException e) {
            return report.build();
        }
    }
}
