package org.licencedesk.web.resilience;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.licencedesk.launcher.EmbeddedDatabase;
import org.licencedesk.web.fixture.TestTenant;

/** All that a confirmed activation changes, as the database has it. */
record SeatState(
        String status,
        int maximum,
        int occupied,
        long lastSequence,
        int acceptances,
        int raised,
        int accepted,
        int taken,
        int entries,
        int mails,
        int messages,
        int billingEvents) {

    private static final String QUERY = """
            select u.status, a.maximum, a.occupied, a.last_sequence,
              (select count(*) from acceptance c where c.tenant_id = t.id) acceptances,
              sum(e.kind = 'ALLOWANCE_RAISED') raised, sum(e.kind = 'TERMS_ACCEPTED') accepted,
              sum(e.kind = 'SEAT_TAKEN') taken, count(*) entries,
              (select count(*) from mail m where m.tenant_id = t.id) mails,
              (select count(*) from webhook_delivery d join webhook w on w.id = d.webhook_id
                where w.tenant_id = t.id) messages,
              (select count(*) from billing_event b where b.tenant_id = t.id) billing_events
            from tenant t
              join allowance a on a.tenant_id = t.id
              join ledger_entry e on e.tenant_id = t.id
              join user_account u on u.tenant_id = t.id
            where t.slug = ? and u.id = ?
            """;

    /** Reads it for one user. */
    static SeatState of(TestTenant tenant, String user, EmbeddedDatabase database) {
        try (Connection connection = database.connect("licence");
                PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, tenant.slug());
            statement.setString(2, user);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new SeatState(
                        row.getString("status"),
                        row.getInt("maximum"),
                        row.getInt("occupied"),
                        row.getLong("last_sequence"),
                        row.getInt("acceptances"),
                        row.getInt("raised"),
                        row.getInt("accepted"),
                        row.getInt("taken"),
                        row.getInt("entries"),
                        row.getInt("mails"),
                        row.getInt("messages"),
                        row.getInt("billing_events"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One mail to the account manager, and for each address one message of the increase and one of the seat. */
    SeatState afterConfirmedActivation() {
        return new SeatState(
                "ACTIVE",
                maximum + 1,
                occupied + 1,
                lastSequence + 3,
                acceptances + 1,
                raised + 1,
                accepted + 1,
                taken + 1,
                entries + 3,
                mails + 1,
                messages + 2,
                billingEvents + 1);
    }
}
