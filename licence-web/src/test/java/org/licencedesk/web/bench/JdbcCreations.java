package org.licencedesk.web.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.licencedesk.kernel.FoldedText;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.Sha256;
import org.licencedesk.web.bench.Newcomers.Newcomer;

/**
 * Adds Active users without a password by plain JDBC, with the statements that the product sends for it: is the name free,
 * the words by which the user is found, the user, its two ledger entries, its one-time link.
 */
final class JdbcCreations implements Load.Worker {

    private static final String STANDARD = "STANDARD";

    private static final String ACTIVE = "ACTIVE";

    private static final Duration LINK_LIVES = Duration.ofHours(72);

    private final List<BenchTenant> tenants;

    private final Newcomers newcomers;

    private final JdbcChange jdbc;

    private final PreparedStatement named;

    private final PreparedStatement user;

    private final PreparedStatement link;

    /** By how many words they write. */
    private final Map<Integer, PreparedStatement> wordsOf = new HashMap<>();

    JdbcCreations(Bench bench, List<BenchTenant> tenants, Newcomers newcomers) throws SQLException {
        this.tenants = tenants;
        this.newcomers = newcomers;
        jdbc = new JdbcChange(bench);
        named = jdbc.prepare("select * from user_account where tenant_id = ? and living = 1 and user_name = ?");
        user = jdbc.prepare(
                "insert into user_account (created_at, deleted_at, display_name, email, erased_at, revision,"
                        + " role, search_text, status, status_since, tenant_id, user_name, id)"
                        + " values (?, null, ?, ?, null, 0, ?, ?, ?, ?, ?, ?, ?)");
        link = jdbc.prepare(
                "insert into sign_in_link (account_manager_id, digest, ended_at, ended_by, expires_at, origin,"
                        + " user_id, id) values (null, ?, null, null, ?, 'HANDED_OVER', ?, ?)");
    }

    @Override
    public void call() throws SQLException {
        Newcomer newcomer = newcomers.next();
        BenchTenant tenant = BenchTenant.anyOf(tenants);
        jdbc.begin(tenant);
        requireFree(tenant, newcomer);
        UUID id = Identifiers.next();
        FoldedText text = FoldedText.of(List.of(newcomer.userName(), newcomer.displayName()));
        words(tenant, id, List.copyOf(text.words()));
        JdbcChange.set(
                user,
                jdbc.at(),
                newcomer.displayName(),
                newcomer.userName(),
                STANDARD,
                text.marked(),
                ACTIVE,
                jdbc.at(),
                tenant.id(),
                newcomer.userName(),
                id);
        user.executeUpdate();
        jdbc.record("USER_ADDED", id, ACTIVE, STANDARD, 0);
        jdbc.record("SEAT_TAKEN", id, ACTIVE, STANDARD, 1);
        jdbc.store();
        link(id);
        jdbc.commit();
    }

    private void requireFree(BenchTenant tenant, Newcomer newcomer) throws SQLException {
        JdbcChange.set(named, tenant.id(), newcomer.userName());
        try (ResultSet taken = named.executeQuery()) {
            if (taken.next()) {
                throw new IllegalStateException("There already: " + newcomer);
            }
        }
    }

    private void words(BenchTenant tenant, UUID owner, List<String> words) throws SQLException {
        PreparedStatement insert = wordsOf.get(words.size());
        if (insert == null) {
            insert = jdbc.prepare("insert into user_word (tenant_id, living, word, user_id) values "
                    + String.join(", ", Collections.nCopies(words.size(), "(?, 1, ?, ?)")));
            wordsOf.put(words.size(), insert);
        }
        JdbcChange.set(
                insert,
                words.stream()
                        .flatMap(word -> Stream.of(tenant.id(), word, owner))
                        .toArray());
        insert.executeUpdate();
    }

    private void link(UUID owner) throws SQLException {
        JdbcChange.set(link, Sha256.of(owner.toString()), jdbc.at().plus(LINK_LIVES), owner, Identifiers.next());
        link.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        jdbc.close();
    }
}
