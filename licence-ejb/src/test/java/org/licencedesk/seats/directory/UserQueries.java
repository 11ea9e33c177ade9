package org.licencedesk.seats.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;

/** Every kind of list of users that can be asked for. */
final class UserQueries {
    private static final Set<UserStatus> ALL = EnumSet.allOf(UserStatus.class);
    private static final User BEHIND = new User(
            UserId.create(),
            TenantId.create(),
            "m",
            "M",
            Optional.empty(),
            Role.STANDARD,
            UserStatus.INACTIVE,
            Instant.parse("2026-04-16T09:00:00Z"),
            Optional.empty(),
            0);

    private UserQueries() {}

    /** Each order, with each kind of filter, as a first and as a later page. */
    static Stream<UserQuery> all() {
        List<UserQuery> queries = new ArrayList<>();
        for (UserSort sort : sorts()) {
            for (Optional<String> cursor :
                    List.of(Optional.<String>empty(), Optional.of(UserCursor.after(BEHIND, sort)))) {
                for (Set<UserStatus> statuses : statuses()) {
                    for (Optional<Role> role : List.of(Optional.<Role>empty(), Optional.of(Role.STANDARD))) {
                        for (Optional<String> sought :
                                List.of(Optional.<String>empty(), Optional.of("a"), Optional.of("ada m1@"))) {
                            queries.add(new UserQuery(new UserFilter(statuses, role, sought), sort, cursor, 50));
                        }
                    }
                }
            }
        }
        return queries.stream();
    }

    /** The statement that reads the page and one row more, where many have each of the words. */
    static UserStatement statement(UserQuery query) {
        return UserStatement.of(query.rows(), Optional.empty());
    }

    /** The statements that read the page and one row more; if there is a word also those where few, and where more, have it. */
    static List<UserStatement> statements(UserQuery query) {
        return Stream.concat(
                        Stream.of(statement(query)),
                        query.filter().terms().stream()
                                .flatMap(terms -> terms.words().stream())
                                .flatMap(word -> Stream.of(1, UserStatement.FEW + 1)
                                        .map(users -> new UserStatement.Weighed(word, users)))
                                .map(word -> UserStatement.of(query.rows(), Optional.of(word))))
                .toList();
    }

    static List<UserSort> sorts() {
        List<UserSort> sorts = new ArrayList<>();
        for (UserSort.Key key : UserSort.Key.values()) {
            sorts.add(new UserSort(key, false));
            sorts.add(new UserSort(key, true));
        }
        return sorts;
    }

    private static List<Set<UserStatus>> statuses() {
        return List.of(
                ALL,
                EnumSet.of(UserStatus.ACTIVE),
                EnumSet.of(UserStatus.ACTIVE, UserStatus.QUEUE),
                UserFilter.statuses(ALL, Optional.of(true)),
                UserFilter.statuses(ALL, Optional.of(false)));
    }
}
