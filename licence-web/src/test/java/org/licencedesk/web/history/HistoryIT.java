package org.licencedesk.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class HistoryIT {

    /** As many as {@code mvn verify} asks for; {@code mvn -Pchaos verify} asks for more. */
    private static final int OPERATIONS = Integer.getInteger("chaos.operations", 1_000);

    private static final Duration FOR_A_THOUSAND = Duration.ofMinutes(3);

    private static final Duration FOR_A_HUNDRED_THOUSAND = Duration.ofMinutes(30);

    @Test // R34, R35, R36, R38
    void what_clients_at_all_doors_were_told_is_what_the_ledger_says_whatever_breaks() throws SQLException {
        try (Site site = site()) {
            Report report = History.of(site, OPERATIONS, atMost());

            System.out.println(report);
            assertThat(report.evidence()).isEmpty();
            assertThat(report.acknowledged("token")).as("by the API").isPositive();
            assertThat(report.acknowledged("user")).as("by the pages").isPositive();
            assertThat(report.blows())
                    .containsAll(site.blows().stream().map(Site.Blow::name).toList());
        }
    }

    /** Where Galera is not installed one line says that its part is left out. */
    private static Site site() {
        try {
            return new ThreeDatabases();
        } catch (TestAbortedException notInstalled) {
            System.err.println("The history is judged on one MariaDB. " + notInstalled.getMessage());
            return new OneDatabase();
        }
    }

    private static Duration atMost() {
        return OPERATIONS <= 1_000
                ? FOR_A_THOUSAND
                : FOR_A_HUNDRED_THOUSAND.multipliedBy(Math.max(1, OPERATIONS / 100_000));
    }
}
