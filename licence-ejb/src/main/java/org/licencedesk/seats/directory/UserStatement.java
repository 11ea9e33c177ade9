package org.licencedesk.seats.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;

/**
 * The SQL that reads so many users from a place on, at a cost that does not grow with the tenant.
 *
 * <p>Without a filter the index of the sorted column is read in its order. With one, each pair of role and status is a
 * branch of its own that reads at most a page from an index in the wanted order; the branches are merged. A search by
 * prefix in the order of user names does the same with a branch for each of the three texts; in any other order each
 * branch finds what matches by its index, and keeps a page of it. The index is named each time, because the optimizer's
 * guess at the cheapest one for ORDER BY with LIMIT is often a walk of the whole tenant.
 *
 * @param sql the statement; it also takes the parameter {@code tenant}
 * @param parameters its other parameters by name
 */
record UserStatement(String sql, Map<String, Object> parameters) {

    private static final int INDEXED_PREFIX = 3;

    static UserStatement of(UserRows wanted) {
        return new Builder(wanted).build();
    }

    private static final class Builder {

        private final UserFilter filter;
        private final UserSort.Key key;
        private final boolean descending;
        private final Optional<UserCursor> cursor;
        private final int rows;
        private final Map<String, Object> parameters = new HashMap<>();

        private Builder(UserRows wanted) {
            this.filter = wanted.filter();
            this.key = wanted.sort().key();
            this.descending = wanted.sort().descending();
            this.cursor = wanted.place();
            this.rows = wanted.most();
        }

        private UserStatement build() {
            cursor.ifPresent(place -> {
                parameters.put("value", place.value());
                key.tieBreaker().ifPresent(column -> parameters.put("tie", place.tie()));
            });
            String sql;
            if (filter.prefix().isPresent()) {
                sql = searched(filter.prefix().get());
            } else if (filter.wantsEveryStatusAndRole() && key != UserSort.Key.STATUS) {
                sql = "select * from user_account force index (" + indexOf(key) + ")" + UserConditions.where("")
                        + after() + ordered();
            } else {
                sql = merged(branchesByRoleAndStatus(), "union all");
            }
            return new UserStatement(sql, parameters);
        }

        private List<String> branchesByRoleAndStatus() {
            List<String> branches = new ArrayList<>();
            for (Role role : filter.role().map(Set::of).orElse(Set.of(Role.STANDARD, Role.SYSTEM_ADMIN))) {
                for (UserStatus status : filter.statuses()) {
                    branches.add(branch(
                            indexByRoleAndStatus(),
                            " and role = '" + role + "' and status = '" + status + "'" + after()));
                }
            }
            return branches;
        }

        private String searched(String prefix) {
            parameters.put("prefix", UserConditions.likePattern(prefix));
            if (key != UserSort.Key.USER_NAME) {
                return merged(branchesByText(), "union all");
            }
            boolean inOrder = prefix.codePointCount(0, prefix.length()) >= INDEXED_PREFIX;
            if (inOrder) {
                parameters.put("initial", prefix.substring(0, prefix.offsetByCodePoints(0, INDEXED_PREFIX)));
            }
            return merged(
                    List.of(
                            branch(
                                    "user_name_living",
                                    UserConditions.matches("user_name") + UserConditions.filters(filter) + after()),
                            branch(
                                    inOrder ? "user_display_prefix" : "user_display_name",
                                    (inOrder ? " and display_prefix = :initial" : "")
                                            + UserConditions.matches("display_name")
                                            + UserConditions.filters(filter)
                                            + after()),
                            branch(
                                    inOrder ? "user_email_prefix" : "user_email",
                                    (inOrder ? " and email_prefix = :initial" : "")
                                            + UserConditions.matches("email")
                                            + UserConditions.filters(filter)
                                            + after())),
                    "union");
        }

        /** A user who is found by one text is left out of the branches of the others. */
        private List<String> branchesByText() {
            List<String> branches = new ArrayList<>();
            StringBuilder found = new StringBuilder();
            for (String text : List.of("display_name", "user_name", "email")) {
                branches.add(branch(
                        UserConditions.indexOf(text),
                        UserConditions.matches(text) + found + UserConditions.filters(filter) + after()));
                found.append(UserConditions.matchesNot(text));
            }
            return branches;
        }

        private String branch(String index, String condition) {
            return "(select id from user_account force index (" + index + ")" + UserConditions.where(condition)
                    + ordered() + ")";
        }

        private String merged(List<String> branches, String union) {
            return "select u.* from (" + String.join(" " + union + " ", branches)
                    + ") page join user_account u on u.id = page.id" + ordered();
        }

        /** Written so that the optimizer sees one range, which it does not in a comparison of pairs. */
        private String after() {
            if (cursor.isEmpty()) {
                return "";
            }
            String than = descending ? "<" : ">";
            String column = key.column();
            return key.tieBreaker()
                    .map(tie -> " and " + column + " " + than + "= :value and (" + column + " " + than + " :value or "
                            + tie + " " + than + " :tie)")
                    .orElse(" and " + column + " " + than + " :value");
        }

        private String ordered() {
            String direction = descending ? " desc" : "";
            return " order by " + key.column() + direction
                    + key.tieBreaker().map(tie -> ", " + tie + direction).orElse("") + " limit " + rows;
        }

        private static String indexOf(UserSort.Key key) {
            return key == UserSort.Key.CREATED_AT ? "user_created_at" : UserConditions.indexOf(key.column());
        }

        private String indexByRoleAndStatus() {
            return switch (key) {
                case USER_NAME, STATUS -> "user_role_status_name";
                case DISPLAY_NAME -> "user_role_status_display";
                case CREATED_AT -> "user_role_status_created";
            };
        }
    }
}
