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

/**
 * What surrounds every change of a tenant, by plain JDBC and with the statements that the product sends for it: the token's
 * owner, the tenant's allowance locked, then the ledger entries with their hashes, the allowance written, and the commit,
 * under the same isolation and durability. Nothing else is done; this is what the database alone could do with this driver.
 */
final class JdbcChange implements AutoCloseable {

    /** What was fastest of the driver's ways to send statements that are prepared. */
    private static final String OPTIONS = "?" + System.getProperty("bench.jdbc", "");

    private final Connection connection;

    private final PreparedStatement token;

    private final PreparedStatement lock;

    private final PreparedStatement record;

    private final PreparedStatement store;

    private UUID tenant = new UUID(0, 0);

    private String actor = "";

    private LocalDateTime at = LocalDateTime.MIN;

    private byte[] hash = {};

    private long sequence;

    private int maximum;

    private int occupied;

    private int locked;

    private Row rest = new Row(LocalDateTime.MIN, LocalDateTime.MIN, "", 0, 0);

    /** What is read of an allowance only to be written back. */
    private record Row(Object billedOn, Object dueOn, String fillLevel, long lastMessage, int webhooks) {}

    JdbcChange(Bench bench) throws SQLException {
        connection = bench.connect(OPTIONS);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        token = connection.prepareStatement("select t.id, t.role, t.tenant_id, t.account_manager_id, t.last_used_at"
                + " from api_token t left join account_manager m on m.id = t.account_manager_id where t.digest = ?"
                + " and t.revoked_at is null and (t.expires_at is null or t.expires_at > ?) and m.disabled_at is null");
        lock = connection.prepareStatement("select tenant_id, billed_on, due_on, fill_level, last_entry_at, last_hash,"
                + " last_message, last_sequence, locked, maximum, occupied, reduces_on, reduces_to, webhooks"
                + " from allowance where tenant_id = ? for update");
        record = connection.prepareStatement("insert into ledger_entry (actor, at, door, hash, kind, maximum, occupied,"
                + " previous_hash, reason, role, status, user_id, tenant_id, seq)"
                + " values (?, ?, 'API', ?, ?, ?, ?, ?, null, ?, ?, ?, ?, ?)");
        store = connection.prepareStatement("update allowance set billed_on = ?, due_on = ?, fill_level = ?,"
                + " last_entry_at = ?, last_hash = ?, last_message = ?, last_sequence = ?, locked = ?, maximum = ?,"
                + " occupied = ?, reduces_on = null, reduces_to = null, webhooks = ? where tenant_id = ?");
    }

    /** Another statement in the same transactions; it is closed with this. */
    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** Finds the token's owner, locks the allowance, and reads the clock. */
    void begin(BenchTenant changed) throws SQLException {
        tenant = changed.id();
        set(token, Sha256.of(changed.token()), now());
        try (ResultSet owner = only(token)) {
            actor = "token:" + owner.getString(1);
        }
        set(lock, tenant);
        try (ResultSet row = only(lock)) {
            rest = new Row(row.getObject(2), row.getObject(3), row.getString(4), row.getLong(7), row.getInt(14));
            LocalDateTime now = now();
            LocalDateTime last = row.getObject(5, LocalDateTime.class);
            at = now.isBefore(last) ? last : now;
            hash = row.getBytes(6);
            sequence = row.getLong(8);
            locked = row.getInt(9);
            maximum = row.getInt(10);
            occupied = row.getInt(11);
        }
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** The instant of the change, as it is stored. */
    LocalDateTime at() {
        return at;
    }

    /** Adds an entry to the ledger; the seats that it takes are counted first. */
    void record(String kind, UUID user, String status, String role, int seats) throws SQLException {
        occupied += seats;
        sequence++;
        byte[] previous = hash;
        hash = Sha256.of(String.join(
                "\n",
                HexFormat.of().formatHex(previous),
                tenant.toString(),
                Long.toString(sequence),
                at.toString(),
                actor,
                "API",
                kind,
                user.toString(),
                status,
                role,
                Integer.toString(maximum),
                Integer.toString(occupied)));
        set(record, actor, at, hash, kind, maximum, occupied, previous, role, status, user, tenant, sequence);
        record.executeUpdate();
    }

    /** Writes the allowance. */
    void store() throws SQLException {
        set(
                store,
                rest.billedOn(),
                rest.dueOn(),
                rest.fillLevel(),
                at,
                hash,
                rest.lastMessage(),
                sequence,
                locked,
                maximum,
                occupied,
                rest.webhooks(),
                tenant);
        store.executeUpdate();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** The first row of an answer that has one. */
    static ResultSet only(PreparedStatement select) throws SQLException {
        ResultSet rows = select.executeQuery();
        if (!rows.next()) {
            throw new IllegalStateException("No row for " + select);
        }
        return rows;
    }

    static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
