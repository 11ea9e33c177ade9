package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TenantRows;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

/** The server's own timer closes what is due, whatever is wrong with one tenant or another (R33). */
class DueInvoicesIT {

    private static final Duration MINUTES = Duration.ofMinutes(4);

    private static final int OTHERS = 6;

    private static final String FAILURES = "select coalesce(max(f.failures), 0) from job_failure f"
            + " join tenant t on t.id = f.tenant_id where f.job = 'renewals' and t.slug = ?";

    private final Installation installation = Installation.shared();

    private final TenantRows rows = new TenantRows(installation.database());

    private final Api operator = Api.of(installation.first());

    @Test // R33
    void one_tenant_whose_data_is_wrong_and_one_whose_row_is_locked_keep_no_other_one_from_its_invoices()
            throws Exception {
        TestTenant broken = TestTenant.create(operator, 3);
        TestTenant locked = TestTenant.create(operator, 3);
        List<TestTenant> others = IntStream.range(0, OTHERS)
                .mapToObj(number -> TestTenant.create(operator, 3))
                .toList();
        rows.execute("delete m from billed_maximum m join tenant t on t.id = m.tenant_id where t.slug = ?", broken);
        long begun = System.nanoTime();
        try (Connection other = installation.database().connect("licence")) {
            lockAllowance(other, locked);
            Stream.concat(Stream.of(broken, locked), others.stream()).forEach(this::threeInvoicesAreDue);

            await().atMost(MINUTES).untilAsserted(() -> assertThat(others).allMatch(tenant -> invoices(tenant) == 3));
            assertThat(invoices(locked)).isZero();
            other.rollback();
        }
        // A server drops a timer after two runs that failed.
        await().atMost(MINUTES).pollInterval(Duration.ofMillis(500)).until(() -> {
            letTimePass(locked);
            letTimePass(broken);
            return invoices(locked) == 3 && rows.number(FAILURES, broken) > 2;
        });
        assertThat(invoices(broken)).isZero();
        // An earlier test may have had this minute's line of this kind of failure.
        await().atMost(MINUTES).untilAsserted(() -> assertThat(logLinesOf(broken))
                .as("lines that name the tenant, by node")
                .isNotEmpty());
        long minutes = Duration.ofNanos(System.nanoTime() - begun).toMinutes() + 1;
        assertThat(logLinesOf(broken))
                .as("lines in %s minutes, by node", minutes)
                .allSatisfy(lines -> assertThat(lines).isLessThanOrEqualTo(minutes));
        assertThat(jobs().path("renewals.failing").asInt()).isPositive();
        assertThat(jobs().path("renewals.overdue").asInt()).isPositive();
        assertThat(jobs().toString()).doesNotContain(broken.slug());
        TestTenant late = TestTenant.create(operator, 3);
        threeInvoicesAreDue(late);
        await().atMost(MINUTES).until(() -> invoices(late) == 3);

        rows.execute(
                "insert into billed_maximum (tenant_id, counts_from, maximum)"
                        + " select id, '2000-01-01', 3 from tenant where slug = ?",
                broken);
        letTimePass(broken);
        await().atMost(MINUTES).until(() -> invoices(broken) == 3);
        await().atMost(MINUTES).until(() -> rows.number(FAILURES, broken) == 0);
    }

    /** As if the tenant had been there for three renewals already. */
    private void threeInvoicesAreDue(TestTenant tenant) {
        rows.execute(
                "update billed_maximum m join tenant t on t.id = m.tenant_id"
                        + " set m.counts_from = m.counts_from - interval 1 year where t.slug = ?",
                tenant);
        rows.execute(
                "update billing_account a join tenant t on t.id = a.tenant_id"
                        + " set a.open_since = a.open_since - interval 3 month,"
                        + " a.due_on = last_day(a.open_since - interval 3 month) + interval 1 day where t.slug = ?",
                tenant);
    }

    /** As if the tenant's pause were over. */
    private void letTimePass(TestTenant tenant) {
        rows.execute(
                "update job_failure f join tenant t on t.id = f.tenant_id set f.next_try_at = f.first_failed_at"
                        + " where t.slug = ?",
                tenant);
    }

    private static void lockAllowance(Connection connection, TestTenant tenant) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(
                "select 1 from allowance where tenant_id = (select id from tenant where slug = ?) for update")) {
            statement.setString(1, tenant.slug());
            statement.executeQuery().close();
        }
    }

    private long invoices(TestTenant tenant) {
        return rows.number(
                "select count(*) from invoice i join tenant t on t.id = i.tenant_id where t.slug = ?", tenant);
    }

    /** How many lines name the tenant, on each node that has any: other tests have started more nodes of the installation. */
    private List<Long> logLinesOf(TestTenant tenant) throws IOException {
        Path log = installation.first().logFile();
        Path nodes =
                Objects.requireNonNull(Objects.requireNonNull(log.getParent()).getParent());
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(nodes, Files::isDirectory)) {
            for (Path node : directories) {
                found.add(linesOf(tenant, node.resolve(log.getFileName())));
            }
        }
        found.removeIf(lines -> lines == 0);
        return found;
    }

    private static long linesOf(TestTenant tenant, Path log) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("The job renewals"))
                    .filter(line -> line.contains(tenant.slug()))
                    .count();
        }
    }

    /** What the node's readiness says about the jobs. */
    private JsonNode jobs() throws IOException {
        JsonNode health = new ObjectMapper()
                .readTree(new Visitor(installation.first().baseUri())
                        .get("/health/ready")
                        .body());
        return StreamSupport.stream(health.path("checks").spliterator(), false)
                .filter(check -> check.path("name").asText().equals("jobs"))
                .findFirst()
                .orElseThrow()
                .path("data");
    }
}
