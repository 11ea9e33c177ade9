package org.licencedesk.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
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
    @MethodSource("org.licencedesk.directory.UserQueries#all")
    void reads_by_the_index_that_is_named(UserQuery query) {
        UserStatement statement = UserStatement.of(query);
        Set<String> named = NAMED_INDEX
                .matcher(statement.sql())
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toSet());
        assertThat(reads(statement)
                        .filter(read -> read.table().equals("user_account"))
                        .toList())
                .allSatisfy(read -> {
                    assertThat(named).contains(read.key());
                    assertThat(read.type()).isNotEqualTo("all");
                });
    }

    @ParameterizedTest
    @MethodSource("inOrder")
    void reads_in_order_and_sorts_at_most_the_pages_of_the_branches(UserQuery query) {
        assertThat(reads(UserStatement.of(query))
                        .filter(read -> read.table().equals("user_account"))
                        .toList())
                .allSatisfy(read -> assertThat(read.extra()).doesNotContain("filesort"));
    }

    /** Without a search; and a search for the first three characters or more, in the order of user names. */
    static Stream<UserQuery> inOrder() {
        return UserQueries.all()
                .filter(query -> query.prefix().isEmpty()
                        || (query.sort().key() == UserSort.Key.USER_NAME
                                && query.prefix()
                                        .filter(prefix -> prefix.length() >= 3)
                                        .isPresent()));
    }

    private Stream<Read> reads(UserStatement statement) {
        return desk
                .commit(() -> {
                    var explain = desk.entities().createNativeQuery("explain " + statement.sql());
                    explain.setParameter("tenant", tenant.id().value());
                    statement.parameters().forEach(explain::setParameter);
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
