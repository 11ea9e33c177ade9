package org.licencedesk.web.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.licencedesk.web.history.Tables.Increase;

/**
 * A tenant of the product as its tables have it, read in one transaction behind the tenant's lock, so that what is still
 * under way is in all of it or in none.
 */
record ProductState(List<Entry> ledger, Tables tables) {

    private static final String OF_TENANT = " where tenant_id = (select id from tenant where slug = ?)";

    static ProductState of(String slug, Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        try {
            return read(slug, connection);
        } finally {
            connection.rollback();
        }
    }

    private static ProductState read(String slug, Connection connection) throws SQLException {
        List<Entry> ledger = new ArrayList<>();
        Map<String, String> statuses = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        List<Increase> increases = new ArrayList<>();
        String allowance = "select maximum, occupied, last_sequence, lower(hex(last_hash)) from allowance" + OF_TENANT
                + " for update";
        try (PreparedStatement lock = connection.prepareStatement(allowance)) {
            lock.setString(1, slug);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                Tables tables = new Tables(
                        new Figures(row.getInt(1), row.getInt(2)),
                        row.getLong(3),
                        row.getString(4),
                        statuses,
                        names,
                        increases);
                each(
                        "select id, user_name, if(deleted_at is null, status, '') from user_account" + OF_TENANT,
                        slug,
                        connection,
                        user -> {
                            names.put(user.getString(1), user.getString(2));
                            statuses.put(user.getString(1), user.getString(3));
                        });
                each(
                        "select raised_from, raised_to from acceptance" + OF_TENANT + " order by accepted_at, id",
                        slug,
                        connection,
                        acceptance -> increases.add(new Increase(acceptance.getInt(1), acceptance.getInt(2))));
                each(
                        "select seq, date_format(at, '%Y-%m-%d %H:%i:%s.%f'), actor, kind, coalesce(user_id, ''),"
                                + " coalesce(status, ''), coalesce(reason, ''), maximum, occupied,"
                                + " lower(hex(previous_hash)), lower(hex(hash)) from ledger_entry" + OF_TENANT
                                + " order by seq",
                        slug,
                        connection,
                        entry -> ledger.add(entry(entry)));
                return new ProductState(ledger, tables);
            }
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                new Figures(row.getInt(8), row.getInt(9)),
                row.getString(10),
                row.getString(11));
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(String sql, String slug, Connection connection, Row taker) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, slug);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taker.take(row);
                }
            }
        }
    }
}
