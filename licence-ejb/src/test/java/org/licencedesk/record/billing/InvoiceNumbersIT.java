package org.licencedesk.record.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.TestDatabase;
import org.licencedesk.launcher.EmbeddedDatabase;

/** The invoices that a release before has closed get their numbers, and keep their lines and their events. R33, R58 */
class InvoiceNumbersIT {
    private static final String DATABASE = "numbers";
    private static final UUID ADA = UUID.fromString("0b6d4c1e-0000-7000-8000-00000000000a");
    private static final UUID BEN = UUID.fromString("0b6d4c1e-0000-7000-8000-00000000000b");

    @Test
    void in_the_order_of_their_dates_in_each_tenant() throws SQLException {
        migration().target("7").load().migrate();
        try (Connection connection = TestDatabase.server().connect(DATABASE);
                Statement statement = connection.createStatement()) {
            for (UUID tenant : List.of(ADA, BEN)) {
                statement.execute(
                        "insert into tenant (id, slug, name, currency, billing_period, first_renewal, time_zone,"
                                + " setup_finished, created_at) values ('" + tenant + "', 's" + tenant
                                + "', 'A tenant', 'GBP', 'MONTH', '2026-02-01', 'UTC', true, '2026-01-10')");
                statement.execute("insert into billing_account (tenant_id, open_since, due_on, last_event) values ('"
                        + tenant + "', '2026-03-01', '2026-04-01', 2)");
            }
            for (String date : List.of("2026-03-01", "2026-02-01")) {
                close(statement, ADA, date);
            }
            statement.execute("insert into billing_event (tenant_id, seq, at, kind, maximum, currency, next_invoice_on,"
                    + " closed_invoice_on) values ('" + ADA + "', 1, now(), 'MAXIMUM_CHANGED', 3, 'GBP', '2026-02-01',"
                    + " null), ('" + ADA + "', 2, now(), 'INVOICE_CLOSED', 3, 'GBP', '2026-04-01', '2026-03-01')");

            migration().load().migrate();

            assertThat(rows(statement, "select number, kind, renewal_on, invoice_on from invoice order by number"))
                    .containsExactly("1 INVOICE 2026-02-01 2026-02-01", "2 INVOICE 2026-03-01 2026-03-01");
            assertThat(rows(statement, "select number, line, from_day from invoice_line order by number, line"))
                    .containsExactly("1 1 2026-02-01", "2 1 2026-03-01");
            assertThat(rows(statement, "select seq, kind, invoice_number from billing_event order by seq"))
                    .containsExactly("1 MAXIMUM_CHANGED null", "2 INVOICE_CLOSED 2");
            assertThat(rows(statement, "select last_invoice, told_seats from billing_account order by tenant_id"))
                    .containsExactly("2 null", "0 null");
        }
    }

    private static void close(Statement statement, UUID tenant, String date) throws SQLException {
        statement.execute("insert into invoice (tenant_id, invoice_on, currency, total, closed_at) values ('" + tenant
                + "', '" + date + "', 'GBP', 36, '" + date + "')");
        statement.execute("insert into invoice_line (tenant_id, invoice_on, line, kind, seats, from_day, to_day,"
                + " days_of_period, price_per_seat, amount) values ('" + tenant + "', '" + date + "', 1, 'PERIOD', 3, '"
                + date + "', '" + date + "', 28, 12, 36)");
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }

    private static FluentConfiguration migration() {
        return Flyway.configure()
                .dataSource(TestDatabase.database(DATABASE), EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD)
                .locations("classpath:db/migration");
    }
}
