package org.licencedesk.seats.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final Pattern ACCOUNT_READ = Pattern.compile("(?:from|straight_join) user_account");
    private static final Pattern TABLE_READ = Pattern.compile("(?:from|straight_join) user_(?:account|word)");
    private static final Pattern TABLE = Pattern.compile("(CREATE|ALTER) TABLE user_account\\b[^;]*;");
    private static final Pattern KEY = Pattern.compile("KEY (\\w+) \\(");
    private static final Pattern DROPPED_KEY = Pattern.compile("DROP (?:KEY|INDEX) (\\w+)");

    @ParameterizedTest
    @MethodSource("org.licencedesk.seats.directory.UserQueries#all")
    void every_read_names_an_index_that_the_migrations_make(UserQuery query) throws IOException {
        Set<String> made = indexesOfTheMigrations();
        assertThat(UserQueries.statements(query)).allSatisfy(statement -> {
            Set<String> named = NAMED_INDEX
                    .matcher(statement.sql())
                    .results()
                    .map(hit -> hit.group(1))
                    .collect(Collectors.toSet());
            assertThat(made).containsAll(named);
            assertThat(NAMED_INDEX.matcher(statement.sql()).results()).hasSize((int)
                    ACCOUNT_READ.matcher(statement.sql()).results().count());
        });
    }

    @ParameterizedTest
    @MethodSource("org.licencedesk.seats.directory.UserQueries#all")
    void reads_one_tenants_living_users_and_one_row_more_than_a_page(UserQuery query) {
        assertThat(UserQueries.statements(query)).allSatisfy(statement -> {
            assertThat(TABLE_READ.matcher(statement.sql()).results().count())
                    .isPositive()
                    .isEqualTo(Pattern.compile("where tenant_id = :tenant and living = 1")
                            .matcher(statement.sql())
                            .results()
                            .count());
            assertThat(statement.sql()).endsWith(" limit " + (query.size() + 1));
        });
    }

    @Test
    void what_was_typed_is_never_part_of_the_statement() {
        UserQuery query = query(ALL, Optional.empty(), "'or1=1--", UserSort.BY_USER_NAME);
        UserStatement statement = UserQueries.statement(query);
        assertThat(statement.sql()).doesNotContain("1=");
        assertThat(statement.parameters()).containsEntry("term0", "%\n'\nor1=\n1--%");
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
        for (UserSort.Key key : EnumSet.complementOf(EnumSet.of(UserSort.Key.USER_NAME))) {
            UserQuery query = query(ALL, Optional.of(Role.STANDARD), "", new UserSort(key, true));
            assertThat(UserQueries.statement(query).sql()).containsPattern(" order by \\w+ desc, \\w+ desc limit 51$");
        }
        UserQuery byName = query(ALL, Optional.of(Role.STANDARD), "", UserSort.BY_USER_NAME);
        assertThat(UserQueries.statement(byName).sql()).containsPattern(" order by user_name limit 51$");
    }

    private static UserQuery query(Set<UserStatus> statuses, Optional<Role> role, String sought, UserSort sort) {
        return new UserQuery(new UserFilter(statuses, role, Optional.of(sought)), sort, Optional.empty(), 50);
    }

    /** Those that one migration makes and a later one does not drop. */
    private static Set<String> indexesOfTheMigrations() throws IOException {
        Set<String> indexes = new HashSet<>();
        for (Path migration : migrations()) {
            String sql = Files.readString(migration);
            DROPPED_KEY.matcher(sql).results().forEach(hit -> indexes.remove(hit.group(1)));
            TABLE.matcher(sql)
                    .results()
                    .flatMap(table -> KEY.matcher(table.group()).results())
                    .forEach(hit -> indexes.add(hit.group(1)));
        }
        indexes.add("primary");
        return indexes;
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.sorted().toList();
        }
    }
}
