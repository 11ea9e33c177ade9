package org.licencedesk.web.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.licencedesk.kernel.Sha256;
import org.licencedesk.web.bench.SeatHolders.Change;

/**
 * Changes statuses by plain JDBC, with the statements that the product sends for it: the token's owner, the tenant's
 * allowance locked, the user, both written, the ledger entry with its hash, all in one transaction under the same
 * isolation and durability. Nothing else is done; this is what the database alone could do with this driver.
 */
final class JdbcSeats implements Load.Worker {

    /** What was fastest of the driver's ways to send statements that are prepared. */
    static final String OPTIONS = "?" + System.getProperty("bench.jdbc", "");

    private final SeatHolders holders;

    private final int number;

    private final Connection connection;

    private final PreparedStatement token;

    private final PreparedStatement lock;

    private final PreparedStatement user;

    private final PreparedStatement store;

    private final PreparedStatement count;

    private final PreparedStatement record;

    JdbcSeats(Bench bench, SeatHolders holders, int number) throws SQLException {
        this.holders = holders;
        this.number = number;
        connection = bench.connect(OPTIONS);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        token = connection.prepareStatement("select id, role, tenant_id, account_manager_id, last_used_at"
                + " from api_token where digest = ? and revoked_at is null");
        lock = connection.prepareStatement("select tenant_id, last_entry_at, last_hash, last_sequence, locked, maximum,"
                + " occupied from allowance where tenant_id = ? for update");
        user = connection.prepareStatement("select id, created_at, deleted_at, display_name, email, erased_at,"
                + " last_sign_in_at, revision, role, status, tenant_id, user_name from user_account where id = ?");
        count = connection.prepareStatement("update allowance set last_entry_at = ?, last_hash = ?, last_sequence = ?,"
                + " locked = ?, maximum = ?, occupied = ? where tenant_id = ?");
        store = connection.prepareStatement(
                "update user_account set revision = ?, status = ? where id = ? and revision = ?");
        record = connection.prepareStatement("insert into ledger_entry (actor, at, door, hash, kind, maximum, occupied,"
                + " previous_hash, reason, role, status, user_id, seq, tenant_id)"
                + " values (?, ?, 'API', ?, ?, ?, ?, ?, null, ?, ?, ?, ?, ?)");
    }

    @Override
    public void call() throws SQLException {
        Change change = holders.next(number);
        String actor = actor(change);
        lock.setObject(1, change.tenant().id());
        try (ResultSet allowance = only(lock)) {
            LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
            LocalDateTime last = allowance.getObject(2, LocalDateTime.class);
            LocalDateTime at = now.isBefore(last) ? last : now;
            byte[] previous = allowance.getBytes(3);
            long sequence = allowance.getLong(4) + 1;
            int maximum = allowance.getInt(6);
            int occupied = allowance.getInt(7) + (change.activate() ? 1 : -1);
            String role = store(change);
            String kind = change.activate() ? "SEAT_TAKEN" : "SEAT_RELEASED";
            byte[] hash = Sha256.of(String.join(
                    "\n",
                    HexFormat.of().formatHex(previous),
                    change.tenant().id().toString(),
                    Long.toString(sequence),
                    at.toString(),
                    actor,
                    "API",
                    kind,
                    change.user().toString(),
                    change.status(),
                    role,
                    Integer.toString(maximum),
                    Integer.toString(occupied)));
            set(record, actor, at, hash, kind, maximum, occupied, previous, role, change.status());
            record.setObject(10, change.user());
            record.setLong(11, sequence);
            record.setObject(12, change.tenant().id());
            record.executeUpdate();
            set(
                    count,
                    at,
                    hash,
                    sequence,
                    allowance.getInt(5),
                    maximum,
                    occupied,
                    change.tenant().id());
            count.executeUpdate();
            connection.commit();
        }
    }

    private String actor(Change change) throws SQLException {
        token.setBytes(1, Sha256.of(change.tenant().token()));
        try (ResultSet owner = only(token)) {
            return "token:" + owner.getString(1);
        }
    }

    private String store(Change change) throws SQLException {
        user.setObject(1, change.user());
        try (ResultSet stored = only(user)) {
            int revision = stored.getInt(8);
            if (!stored.getObject(11, UUID.class).equals(change.tenant().id())
                    || stored.getString(10).equals(change.status())) {
                throw new IllegalStateException("Another user or status than expected: " + change);
            }
            set(store, revision + 1, change.status(), change.user(), revision);
            store.executeUpdate();
            return stored.getString(9);
        }
    }

    private static ResultSet only(PreparedStatement select) throws SQLException {
        ResultSet rows = select.executeQuery();
        if (!rows.next()) {
            throw new IllegalStateException("No row for " + select);
        }
        return rows;
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
