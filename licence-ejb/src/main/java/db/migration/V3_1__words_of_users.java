package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.licencedesk.kernel.FoldedText;
import org.licencedesk.kernel.Text;

/**
 * Notes the words of the users who are there already, and gives their names the form in which names are kept (R40, R42):
 * a user whose name had a blank at its end could not sign in by it any more. A user name stays where the name in that form
 * is somebody else's. A thousand users at a time, each in a transaction; what was done already is done again.
 */
public class V3_1__words_of_users extends BaseJavaMigration {

    private static final int AT_A_TIME = 1_000;

    private static final UUID FIRST = new UUID(0, 0);

    private record Found(UUID id, UUID tenant, boolean living, String userName, String displayName, String email) {

        FoldedText text() {
            return FoldedText.of(Stream.of(userName, displayName, email)
                    .filter(text -> !text.isEmpty())
                    .toList());
        }

        boolean isNamedOtherwise() {
            return !Text.normalised(userName).equals(userName)
                    || !Text.normalised(displayName).equals(displayName);
        }
    }

    /** Each thousand is committed by itself. */
    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection database = context.getConnection();
        boolean before = database.getAutoCommit();
        database.setAutoCommit(false);
        UUID after = FIRST;
        List<Found> users = users(database, after);
        while (!users.isEmpty()) {
            note(database, users);
            database.commit();
            after = users.get(users.size() - 1).id();
            users = users(database, after);
        }
        database.setAutoCommit(before);
    }

    private static List<Found> users(Connection database, UUID after) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(
                "select id, tenant_id, deleted_at is null, user_name, display_name, coalesce(email, '')"
                        + " from user_account where id > ? and erased_at is null order by id limit " + AT_A_TIME)) {
            select.setObject(1, after);
            List<Found> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Found(
                            Objects.requireNonNull(row.getObject(1, UUID.class)),
                            Objects.requireNonNull(row.getObject(2, UUID.class)),
                            row.getBoolean(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
                }
            }
            return found;
        }
    }

    private static void note(Connection database, List<Found> users) throws SQLException {
        try (PreparedStatement text =
                        database.prepareStatement("update user_account set search_text = ? where id = ?");
                PreparedStatement word = database.prepareStatement(
                        "insert ignore into user_word (tenant_id, living, word, user_id) values (?, ?, ?, ?)");
                PreparedStatement names = database.prepareStatement(
                        "update ignore user_account set user_name = ?, display_name = ? where id = ?")) {
            for (Found user : users) {
                FoldedText folded = user.text();
                text.setString(1, folded.marked());
                text.setObject(2, user.id());
                text.addBatch();
                for (String one : folded.words()) {
                    word.setObject(1, user.tenant());
                    word.setInt(2, user.living() ? 1 : 0);
                    word.setString(3, one);
                    word.setObject(4, user.id());
                    word.addBatch();
                }
                if (user.isNamedOtherwise()) {
                    names.setString(1, kept(user.userName()));
                    names.setString(2, kept(user.displayName()));
                    names.setObject(3, user.id());
                    names.executeUpdate();
                }
            }
            text.executeBatch();
            word.executeBatch();
        }
    }

    private static String kept(String name) {
        return Text.shows(name) ? Text.normalised(name) : name;
    }
}
