package org.licencedesk.seats.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;

class UserStatementTest {
    private static final Set<UserStatus> ALL = EnumSet.allOf(UserStatus.class);
    private static final Pattern NAMED_INDEX = Pattern.compile("force index \\((\\w+)\\)");
    private static final Pattern TABLE_READ = Pattern.compile("from user_account");

    @ParameterizedTest
    @MethodSource("org.licencedesk.seats.directory.UserQueries#all")
    void every_read_names_an_index_that_the_migration_makes(UserQuery query) throws IOException {
        String sql = UserQueries.statement(query).sql();
        Set<String> named =
                NAMED_INDEX.matcher(sql).results().map(hit -> hit.group(1)).collect(Collectors.toSet());
        assertThat(indexesOfTheMigration()).containsAll(named);
        assertThat(NAMED_INDEX.matcher(sql).results())
                .hasSameSizeAs(TABLE_READ.matcher(sql).results().toList());
    }

    @ParameterizedTest
    @MethodSource("org.licencedesk.seats.directory.UserQueries#all")
    void reads_one_tenants_living_users_and_one_row_more_than_a_page(UserQuery query) {
        String sql = UserQueries.statement(query).sql();
        assertThat(TABLE_READ.matcher(sql).results().count())
                .isPositive()
                .isEqualTo(Pattern.compile("where tenant_id = :tenant and living = 1")
                        .matcher(sql)
                        .results()
                        .count());
        assertThat(sql).endsWith(" limit " + (query.size() + 1));
    }

    @Test
    void what_was_typed_is_never_part_of_the_statement() {
        UserQuery query = query(ALL, Optional.empty(), "' or 1=1 --", UserSort.BY_USER_NAME);
        UserStatement statement = UserQueries.statement(query);
        assertThat(statement.sql()).doesNotContain("1=1");
        assertThat(statement.parameters()).containsEntry("prefix", "' or 1=1 --%");
    }

    @Test
    void percent_and_underscore_are_letters() {
        UserQuery query = query(ALL, Optional.empty(), "50%_!", UserSort.BY_USER_NAME);
        assertThat(UserQueries.statement(query).parameters())
                .isEqualTo(Map.of("prefix", "50!%!_!!%", "initial", "50%"));
    }

    @Test
    void an_initial_is_whole_characters() {
        String faces = "\uD83D\uDE00".repeat(4);
        UserQuery query = query(ALL, Optional.empty(), faces, UserSort.BY_USER_NAME);
        assertThat(UserQueries.statement(query).parameters()).containsEntry("initial", "\uD83D\uDE00".repeat(3));
    }

    @Test
    void the_statuses_wanted_and_the_seat_wanted_are_both_asked_for() {
        Set<UserStatus> some = EnumSet.of(UserStatus.ACTIVE, UserStatus.ROOM);
        assertThat(UserFilter.statuses(some, Optional.empty())).isEqualTo(some);
        assertThat(UserFilter.statuses(some, Optional.of(true))).containsExactly(UserStatus.ACTIVE);
        assertThat(UserFilter.statuses(some, Optional.of(false))).containsExactly(UserStatus.ROOM);
        assertThat(UserFilter.statuses(EnumSet.of(UserStatus.QUEUE), Optional.of(true)))
                .isEmpty();
        assertThat(UserFilter.statuses(ALL, Optional.of(true))).containsExactly(UserStatus.ACTIVE, UserStatus.LOCKED);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 201})
    void a_page_has_1_to_200_rows(int size) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new UserQuery(
                        new UserFilter(ALL, Optional.empty(), Optional.empty()),
                        UserSort.BY_USER_NAME,
                        Optional.empty(),
                        size))
                .matches(refused -> refused.field().equals("limit"));
    }

    @Test
    void in_every_order_equal_rows_have_an_order_too() {
        for (UserSort.Key key : List.of(UserSort.Key.DISPLAY_NAME, UserSort.Key.STATUS, UserSort.Key.CREATED_AT)) {
            UserQuery query = query(ALL, Optional.of(Role.STANDARD), "", new UserSort(key, true));
            assertThat(UserQueries.statement(query).sql()).containsPattern(" order by \\w+ desc, \\w+ desc limit 51$");
        }
        UserQuery byName = query(ALL, Optional.of(Role.STANDARD), "", UserSort.BY_USER_NAME);
        assertThat(UserQueries.statement(byName).sql()).containsPattern(" order by user_name limit 51$");
    }

    private static UserQuery query(Set<UserStatus> statuses, Optional<Role> role, String prefix, UserSort sort) {
        return new UserQuery(new UserFilter(statuses, role, Optional.of(prefix)), sort, Optional.empty(), 50);
    }

    private static Set<String> indexesOfTheMigration() throws IOException {
        try (InputStream migration =
                UserStatementTest.class.getResourceAsStream("/db/migration/V1__licence_desk.sql")) {
            assertThat(migration).isNotNull();
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            String table = sql.substring(sql.indexOf("CREATE TABLE user_account"));
            return Pattern.compile("KEY (\\w+) \\(")
                    .matcher(table.substring(0, table.indexOf("CHARACTER SET utf8mb4 COLLATE")))
                    .results()
                    .map((MatchResult hit) -> hit.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
