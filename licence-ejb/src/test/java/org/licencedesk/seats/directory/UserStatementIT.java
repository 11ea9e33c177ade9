package org.licencedesk.seats.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.UserId;

/** How the database reads the lists of users: always from the index that the statement names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserStatementIT {
    private static final Pattern NAMED_INDEX = Pattern.compile("force index \\((\\w+)\\)");

    private final Desk desk = Desk.open();
    private final TestTenant tenant = TestTenant.of(5);

    @BeforeAll
    void fill() {
        AwkwardUsers.store(desk, tenant.id(), 330);
    }

    @ParameterizedTest
    @MethodSource("org.licencedesk.seats.directory.UserQueries#all")
    void reads_by_the_index_that_is_named(UserQuery query) {
        assertThat(UserQueries.statements(query)).allSatisfy(statement -> {
            Set<String> named = named(statement.sql());
            assertThat(reads(statement)).isNotEmpty().allSatisfy(read -> {
                switch (read.table()) {
                    case "user_account" -> {
                        assertThat(named).contains(read.key());
                        assertThat(read.type()).isNotEqualTo("all");
                    }
                    case "user_word" -> {
                        assertThat(read.key()).isEqualTo("primary");
                        assertThat(read.type()).isIn("ref", "range", "eq_ref");
                    }
                    case "u" -> {
                        assertThat(read.type()).isIn("eq_ref", "ref", "range");
                        assertThat(read.key())
                                .isIn(Stream.concat(Stream.of("primary"), named.stream())
                                        .toList());
                    }
                    case "w" -> assertThat(read.type()).isEqualTo("eq_ref");
                    // A branch that can find nobody behind the cursor reads nothing.
                    default -> assertThat(read.table()).matches("<.*|null");
                }
            });
        });
    }

    @ParameterizedTest
    @MethodSource("inOrder")
    void reads_in_order_and_sorts_at_most_the_pages_of_the_branches(UserQuery query) {
        assertThat(reads(UserQueries.statement(query))
                        .filter(read -> read.table().equals("user_account"))
                        .toList())
                .allSatisfy(read -> assertThat(read.extra()).doesNotContain("filesort"));
    }

    @ParameterizedTest // R42
    @MethodSource("searches")
    void whoever_many_may_have_the_word_no_row_is_read_but_of_those_who_have_it(UserQuery query) {
        List<UserStatement> sieved = UserQueries.statements(query).stream()
                .filter(statement -> statement.sql().contains(" in (select user_id"))
                .toList();

        assertThat(sieved).isNotEmpty().allSatisfy(statement -> assertThat(reads(statement)
                        .filter(read -> read.table().equals("u") && !read.type().equals("eq_ref")))
                .allSatisfy(
                        read -> assertThat(read.extra()).contains("using index").doesNotContain("index condition")));
    }

    @ParameterizedTest // R42
    @MethodSource("searches")
    void who_has_a_word_that_few_have_is_who_is_met_on_the_walk_where_many_have_it(UserQuery query) {
        List<List<UserId>> found =
                UserQueries.statements(query).stream().map(this::users).toList();

        assertThat(found).hasSizeGreaterThan(1);
        assertThat(found).containsOnly(found.get(0));
    }

    static Stream<UserQuery> searches() {
        return UserQueries.all().filter(query -> query.filter().sought().isPresent());
    }

    @SuppressWarnings("unchecked")
    private List<UserId> users(UserStatement statement) {
        return desk.commit(() -> {
            var query = desk.entities().createNativeQuery(statement.sql(), UserAccount.class);
            query.setParameter("tenant", tenant.id().value());
            statement.parameters().forEach(query::setParameter);
            return ((List<UserAccount>) query.getResultList())
                    .stream().map(UserAccount::id).toList();
        });
    }

    @ParameterizedTest
    @MethodSource("filters")
    void counts_by_the_indexes_that_are_named_and_no_further_than_so_many_entries(UserFilter filter) {
        CountStatement statement = CountStatement.of(filter, Optional.empty(), 11);
        assertThat(statement.sql().split(" limit 11", -1)).hasSize(2);
        assertThat(reads(statement.sql(), statement.parameters())
                        .filter(read -> Set.of("user_account", "user_word").contains(read.table()))
                        .toList())
                .isNotEmpty()
                .allSatisfy(read -> {
                    assertThat(read.key())
                            .isIn(Stream.concat(Stream.of("primary"), named(statement.sql()).stream())
                                    .toList());
                    assertThat(read.type()).isIn("ref", "range");
                });
    }

    static Stream<UserFilter> filters() {
        return UserQueries.all().map(UserQuery::filter).distinct();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_count_that_was_stopped_says_so(UserFilter filter) {
        List<Integer> exact = counted(filter, 100_000);
        List<Integer> stopped = counted(filter, 11);
        assertThat(exact.get(0)).isGreaterThanOrEqualTo(exact.get(1));
        if (exact.get(0) < 11) {
            assertThat(stopped).isEqualTo(exact);
        } else {
            assertThat(stopped.get(0)).isGreaterThanOrEqualTo(11);
            assertThat(stopped.get(1)).isLessThanOrEqualTo(exact.get(1));
        }
    }

    private List<Integer> counted(UserFilter filter, int most) {
        CountStatement statement = CountStatement.of(filter, Optional.empty(), most);
        Object[] row = (Object[]) desk.commit(() -> {
            var query = desk.entities().createNativeQuery(statement.sql());
            query.setParameter("tenant", tenant.id().value());
            statement.parameters().forEach(query::setParameter);
            return query.getSingleResult();
        });
        return List.of(((Number) row[0]).intValue(), ((Number) row[1]).intValue());
    }

    private static Set<String> named(String sql) {
        return NAMED_INDEX.matcher(sql).results().map(hit -> hit.group(1)).collect(Collectors.toSet());
    }

    /** A search too, where many have each of the words. */
    static Stream<UserQuery> inOrder() {
        return UserQueries.all();
    }

    private Stream<Read> reads(UserStatement statement) {
        return reads(statement.sql(), statement.parameters());
    }

    private Stream<Read> reads(String sql, Map<String, Object> parameters) {
        return desk
                .commit(() -> {
                    var explain = desk.entities().createNativeQuery("explain " + sql);
                    explain.setParameter("tenant", tenant.id().value());
                    parameters.forEach(explain::setParameter);
                    return rows(explain.getResultList());
                })
                .stream();
    }

    private static List<Read> rows(List<?> found) {
        return found.stream().map(row -> Read.of((Object[]) row)).toList();
    }

    /** A line of EXPLAIN. */
    private record Read(String table, String type, String key, String extra) {
        static Read of(Object[] columns) {
            return new Read(text(columns[2]), text(columns[3]), text(columns[5]), text(columns[9]));
        }

        private static String text(Object column) {
            return String.valueOf(column).toLowerCase(Locale.ROOT);
        }
    }
}
