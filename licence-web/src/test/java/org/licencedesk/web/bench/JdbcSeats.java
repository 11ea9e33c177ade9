package org.licencedesk.web.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.UUID;
import org.licencedesk.web.bench.SeatHolders.Change;

/** Changes statuses by plain JDBC, with the statements that the product sends for it. */
final class JdbcSeats implements Load.Worker {

    private final SeatHolders holders;

    private final int number;

    private final JdbcChange jdbc;

    private final PreparedStatement user;

    private final PreparedStatement store;

    JdbcSeats(Bench bench, SeatHolders holders, int number) throws SQLException {
        this.holders = holders;
        this.number = number;
        jdbc = new JdbcChange(bench);
        user = jdbc.prepare(
                "select id, created_at, deleted_at, display_name, email, erased_at, last_sign_in_at, revision,"
                        + " role, status, status_since, tenant_id, user_name from user_account where id = ?");
        store = jdbc.prepare("update user_account set created_at = ?, deleted_at = null, display_name = ?, email = ?,"
                + " erased_at = null, revision = ?, role = ?, status = ?, status_since = ?, tenant_id = ?, user_name = ?"
                + " where id = ? and revision = ?");
    }

    @Override
    public void call() throws SQLException {
        Change change = holders.next(number);
        jdbc.begin(change.tenant());
        user.setObject(1, change.user());
        try (ResultSet stored = JdbcChange.only(user)) {
            if (!stored.getObject(12, UUID.class).equals(change.tenant().id())
                    || stored.getString(10).equals(change.status())) {
                throw new IllegalStateException("Another user or status than expected: " + change);
            }
            String kind = change.activate() ? "SEAT_TAKEN" : "SEAT_RELEASED";
            jdbc.record(kind, change.user(), change.status(), stored.getString(9), change.activate() ? 1 : -1);
            jdbc.store();
            store(change, stored);
        }
        jdbc.commit();
    }

    private void store(Change change, ResultSet stored) throws SQLException {
        int revision = stored.getInt(8);
        JdbcChange.set(
                store,
                stored.getObject(2, LocalDateTime.class),
                stored.getString(4),
                stored.getString(5),
                revision + 1,
                stored.getString(9),
                change.status(),
                jdbc.at(),
                change.tenant().id(),
                stored.getString(13),
                change.user(),
                revision);
        if (store.executeUpdate() != 1) {
            throw new IllegalStateException("Changed meanwhile: " + change);
        }
    }

    @Override
    public void close() throws SQLException {
        jdbc.close();
    }
}
