package org.licencedesk.web.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.licencedesk.kernel.FoldedText;
import org.licencedesk.kernel.Identifiers;

/** Makes tenants over HTTP, and fills them with users by SQL, because a million would take too long otherwise. */
final class Population {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int ROWS_A_STATEMENT = 5_000;

    /** What an allowance can be raised to. */
    static final int SEAT_CEILING = 1_000_000;

    /** Of every tenant, so that nobody who is added has to buy one. */
    private static final int SEATS = SEAT_CEILING - 1;

    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2023, 1, 1, 0, 0);

    private static final int SECONDS_OF_THREE_YEARS = 94_608_000;

    private static final String INSERT =
            "INSERT INTO user_account (id, tenant_id, user_name, display_name, email, role,"
                    + " status, status_since, created_at, search_text, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";

    private static final String WORD = "INSERT INTO user_word (tenant_id, living, word, user_id) VALUES (?, 1, ?, ?)";

    private final Bench bench;

    Population(Bench bench) {
        this.bench = bench;
    }

    /** Publishes terms, without which nothing can be bought; of an earlier run if there are any. */
    void publishTerms() {
        try (HttpConnection http = bench.http(Bench.OPERATOR)) {
            int status = http.send("POST", "/api/v1/terms", "{\"version\":\"1\",\"text\":\"Terms of the benchmark.\"}");
            require(status == 201 || status == 409, http);
        }
    }

    /** A tenant of so many users, its first System Admin included; of an earlier run if there is one of that slug. */
    BenchTenant tenant(String slug, int users) throws SQLException {
        try (Connection database = bench.connect("?useBulkStmts=true")) {
            if (create(slug)) {
                fill(database, id(database, slug), users - 1);
            }
            return new BenchTenant(slug, id(database, slug), token(slug));
        }
    }

    /** Whether there was none yet. */
    private boolean create(String slug) {
        try (HttpConnection http = bench.http(Bench.OPERATOR)) {
            int status = http.send("POST", "/api/v1/tenants", newTenant(slug));
            require(status == 201 || status == 409, http);
            return status == 201;
        }
    }

    /** Lets the optimizer know how the users are spread, as it would in time, and leaves the jobs nothing to do. */
    void analyse() throws SQLException {
        try (Connection database = bench.connect("");
                Statement statement = database.createStatement()) {
            statement.execute("ANALYZE TABLE user_account, user_word, ledger_entry, sign_in_link");
            // Whoever measures at night measures no check of ledgers.
            statement.execute(
                    "REPLACE INTO ledger_check (tenant_id, checked_on)" + " SELECT id, UTC_DATE() FROM tenant");
        }
    }

    private static String newTenant(String slug) {
        return """
                {"slug":"%1$s","name":"%1$s","maximum":%2$d,"currency":"GBP","pricePerSeat":"12.00",\
                "firstAdmin":{"userName":"admin","displayName":"Ada Admin","email":"admin@%1$s.example"}}""".formatted(slug, SEATS);
    }

    private static UUID id(Connection database, String slug) throws SQLException {
        try (PreparedStatement select = database.prepareStatement("SELECT id FROM tenant WHERE slug = ?")) {
            select.setString(1, slug);
            ResultSet row = select.executeQuery();
            row.next();
            return UUID.fromString(row.getString(1));
        }
    }

    private String token(String slug) {
        String wanted = "{\"name\":\"benchmark\",\"role\":\"SYSTEM_ADMIN\"}";
        try (HttpConnection http = bench.http(Bench.OPERATOR)) {
            require(http.send("POST", "/api/v1/tenants/" + slug + "/tokens", wanted) == 201, http);
            return JSON.readTree(http.body()).required("token").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean done, HttpConnection http) {
        if (!done) {
            throw new IllegalStateException(http.body());
        }
    }

    private static void fill(Connection database, UUID tenant, int users) throws SQLException {
        Names names = new Names(tenant.getMostSignificantBits());
        Random random = new Random(users);
        database.setAutoCommit(false);
        try (Statement session = database.createStatement();
                PreparedStatement insert = database.prepareStatement(INSERT);
                PreparedStatement words = database.prepareStatement(WORD)) {
            session.execute("SET unique_checks = 0, foreign_key_checks = 0");
            for (int number = 1; number <= users; number++) {
                String first = names.first();
                String last = names.last();
                String userName = Names.userName(first, last, number);
                String id = Identifiers.next().toString();
                FoldedText text = FoldedText.of(List.of(userName, first + " " + last));
                insert.setString(1, id);
                insert.setString(2, tenant.toString());
                insert.setString(3, userName);
                insert.setString(4, first + " " + last);
                insert.setString(5, userName);
                insert.setString(6, random.nextInt(100) == 0 ? "SYSTEM_ADMIN" : "STANDARD");
                insert.setString(7, status(random.nextInt(100)));
                insert.setObject(8, joined(number, users));
                insert.setObject(9, joined(number, users));
                insert.setString(10, text.marked());
                insert.addBatch();
                for (String word : text.words()) {
                    words.setString(1, tenant.toString());
                    words.setString(2, word);
                    words.setString(3, id);
                    words.addBatch();
                }
                if (number % ROWS_A_STATEMENT == 0 || number == users) {
                    insert.executeBatch();
                    words.executeBatch();
                    database.commit();
                }
            }
            session.execute("UPDATE allowance SET "
                    + count("occupied", "'ACTIVE', 'LOCKED'", tenant) + ", " + count("locked", "'LOCKED'", tenant)
                    + " WHERE tenant_id = '" + tenant + "'");
            session.execute("SET unique_checks = 1, foreign_key_checks = 1");
            database.commit();
        }
    }

    private static String count(String column, String statuses, UUID tenant) {
        return column + " = (SELECT count(*) FROM user_account WHERE tenant_id = '" + tenant + "' AND status IN ("
                + statuses + "))";
    }

    private static LocalDateTime joined(int number, int users) {
        return FIRST_DAY.plusSeconds((long) SECONDS_OF_THREE_YEARS * number / users);
    }

    private static String status(int percentile) {
        if (percentile < 60) {
            return "ACTIVE";
        }
        if (percentile < 87) {
            return "INACTIVE";
        }
        if (percentile < 90) {
            return "LOCKED";
        }
        return percentile < 94 ? "ROOM" : percentile < 96 ? "RESOURCE" : percentile < 98 ? "ASSET" : "QUEUE";
    }
}
