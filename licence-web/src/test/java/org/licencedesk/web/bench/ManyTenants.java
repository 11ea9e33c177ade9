package org.licencedesk.web.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills a database with tenants that have the users of one that is there. The tenants are made over HTTP; their users are
 * copied by INSERT ... SELECT in the order of their identities while the table has no index but that, and the indexes are
 * sorted together at the end, which takes a fraction of the time.
 */
final class ManyTenants {

    private static final String SLUG = "grown-";

    private static final int ROWS_A_STATEMENT = 200_000;

    /** Pages of indexes are as full as they become when rows come in any order. */
    private static final int PERCENT_FULL = 70;

    private static final int HASTE = Load.WORKERS;

    private final Bench bench;

    private final Population population;

    ManyTenants(Bench bench, Population population) {
        this.bench = bench;
        this.population = population;
    }

    /** So many tenants beside the model, each with users of the same names. */
    List<BenchTenant> like(BenchTenant model, int count) throws SQLException {
        List<BenchTenant> tenants = create(count);
        try (Connection database = bench.connect("");
                Statement statement = database.createStatement()) {
            List<String> keys = keys(statement);
            statement.execute("SET foreign_key_checks = 0, unique_checks = 0");
            statement.execute("SET GLOBAL innodb_fill_factor = " + PERCENT_FULL);
            statement.execute("ALTER TABLE user_account " + dropped(keys));
            copy(database, model, count);
            statement.execute("ALTER TABLE user_account ADD " + String.join(", ADD ", keys));
            copyWords(database, model);
            statement.execute(
                    "UPDATE allowance a JOIN tenant t ON t.id = a.tenant_id JOIN allowance m ON m.tenant_id = '"
                            + model.id() + "' SET a.occupied = m.occupied, a.locked = m.locked WHERE t.slug LIKE '"
                            + SLUG + "%'");
        }
        return tenants;
    }

    private List<BenchTenant> create(int count) {
        ExecutorService threads = Executors.newFixedThreadPool(HASTE);
        try {
            List<Future<BenchTenant>> made = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                String slug = SLUG + number;
                made.add(threads.submit(() -> population.tenant(slug, 1)));
            }
            List<BenchTenant> tenants = new ArrayList<>();
            for (Future<BenchTenant> each : made) {
                tenants.add(each.get());
            }
            return tenants;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** The definitions of all keys but the primary one, as SHOW CREATE TABLE has them. */
    private static List<String> keys(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW CREATE TABLE user_account")) {
            row.next();
            return row.getString(2)
                    .lines()
                    .map(line -> line.strip().replaceFirst(",$", ""))
                    .filter(line -> line.matches("(UNIQUE )?KEY .*|CONSTRAINT .* FOREIGN KEY .*"))
                    .toList();
        }
    }

    private static String dropped(List<String> keys) {
        return String.join(
                ", ",
                keys.stream()
                        .map(key -> key.startsWith("CONSTRAINT")
                                ? key.replaceFirst("CONSTRAINT (`\\w+`).*", "DROP FOREIGN KEY $1")
                                : key.replaceFirst("(UNIQUE )?KEY (`\\w+`).*", "DROP KEY $2"))
                        .toList());
    }

    private static void copy(Connection database, BenchTenant model, int count) throws SQLException {
        List<UUID> users = users(database, model);
        int together = Math.max(1, ROWS_A_STATEMENT / count);
        try (PreparedStatement insert = database.prepareStatement(insert(columns(database)))) {
            for (int from = 0; from < users.size(); from += together) {
                UUID last = users.get(Math.min(from + together, users.size()) - 1);
                JdbcChange.set(insert, model.id(), users.get(from), last);
                insert.executeUpdate();
            }
        }
    }

    private static List<UUID> users(Connection database, BenchTenant model) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(
                "SELECT id FROM user_account WHERE tenant_id = ? AND living = 1 AND user_name <> 'admin' ORDER BY id")) {
            select.setObject(1, model.id());
            ResultSet row = select.executeQuery();
            List<UUID> users = new ArrayList<>();
            while (row.next()) {
                users.add(row.getObject(1, UUID.class));
            }
            return users;
        }
    }

    private static List<String> columns(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = database() AND table_name = 'user_account'"
                        + " AND is_generated = 'NEVER' ORDER BY ordinal_position")) {
            List<String> columns = new ArrayList<>();
            while (row.next()) {
                columns.add(row.getString(1));
            }
            return columns;
        }
    }

    /** Each copy has the time of the original in its identity, so that users of all tenants lie side by side. */
    private static String insert(List<String> columns) {
        return "INSERT INTO user_account (" + String.join(", ", columns) + ") SELECT "
                + String.join(", ", columns.stream().map(ManyTenants::copied).toList())
                + " FROM user_account u JOIN tenant t ON t.slug LIKE '" + SLUG + "%'"
                + " WHERE u.tenant_id = ? AND u.id BETWEEN ? AND ? AND u.living = 1 ORDER BY 1";
    }

    /** In the order of the table, one tenant after the other. */
    private static void copyWords(Connection database, BenchTenant model) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO user_word (tenant_id, living, word, user_id) SELECT t.id, u.living, u.word, "
                        + copied("id").replace("u.id", "u.user_id")
                        + " FROM tenant t JOIN user_word u ON u.tenant_id = ? JOIN user_account a ON a.id = u.user_id"
                        + " AND a.living = 1 AND a.user_name <> 'admin'"
                        + " WHERE t.slug LIKE '" + SLUG + "%' ORDER BY 1, 2, 3, 4")) {
            insert.setObject(1, model.id());
            insert.executeUpdate();
        }
    }

    private static String copied(String column) {
        return switch (column) {
            case "id" -> "CAST(CONCAT(LEFT(u.id, 24), LEFT(MD5(CONCAT(t.id, u.id)), 12)) AS UUID)";
            case "tenant_id" -> "t.id";
            case "user_name", "email" -> "REPLACE(u." + column + ", '@customer.', CONCAT('@', t.slug, '.'))";
            default -> "u." + column;
        };
    }
}
