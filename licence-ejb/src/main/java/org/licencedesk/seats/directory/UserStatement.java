package org.licencedesk.seats.directory;

import java.util.ArrayList;
import java.util.EnumSet;
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
 * branch of its own that reads at most a page from an index in the wanted order; the branches are merged. A search for a
 * word that few have sorts those few. Where more have it, their identities are put together first, and an index is read
 * that has the wanted order and the filter, and no row. Where most have it, the indexes are read as without a search, and
 * whoever is not looked for is passed over. The index is named each time, because the optimizer's guess at the
 * cheapest one for ORDER BY with LIMIT is often a walk of the whole tenant.
 *
 * @param sql the statement; it also takes the parameter {@code tenant}
 * @param parameters its other parameters by name
 */
record UserStatement(String sql, Map<String, Object> parameters) {

    /** In these orders all users of a tenant are read from one index; in the others, those of each role and status. */
    private static final Set<UserSort.Key> INDEXED =
            EnumSet.of(UserSort.Key.USER_NAME, UserSort.Key.DISPLAY_NAME, UserSort.Key.CREATED_AT);

    /** So many who have a word are few: their rows are read and sorted. */
    static final int FEW = 25_000;

    /**
     * A word of the search, and how common it is.
     *
     * @param entries how many words of users it finds; a user may have several
     */
    record Weighed(SearchTerms.Word word, int entries) {}

    /** @param rarest the word that the fewest have, where they are not too many to be put together */
    static UserStatement of(UserRows wanted, Optional<Weighed> rarest) {
        return new Builder(wanted).build(rarest);
    }

    private static final class Builder {

        private final UserFilter filter;
        private final UserSort.Key key;
        private final boolean descending;
        private final Optional<UserCursor> cursor;
        private final int rows;
        private final Map<String, Object> parameters = new HashMap<>();
        private final String matches;

        private Builder(UserRows wanted) {
            this.filter = wanted.filter();
            this.key = wanted.sort().key();
            this.descending = wanted.sort().descending();
            this.cursor = wanted.place();
            this.rows = wanted.most();
            this.matches = filter.terms().map(UserConditions::matches).orElse("");
        }

        private UserStatement build(Optional<Weighed> rarest) {
            cursor.ifPresent(place -> {
                parameters.put("value", place.value());
                key.tieBreaker().ifPresent(column -> parameters.put("tie", place.tie()));
            });
            rarest.ifPresent(word -> parameters.putAll(UserConditions.boundsOf(word.word())));
            boolean sieve = rarest.filter(word -> word.entries() > FEW).isPresent();
            filter.terms()
                    .filter(terms -> !(sieve && terms.exact()))
                    .map(UserConditions::termsOf)
                    .ifPresent(parameters::putAll);
            String sql;
            if (rarest.isPresent()) {
                sql = merged(List.of(sieve ? sieved() : sorted()));
            } else if (filter.wantsEveryStatusAndRole() && INDEXED.contains(key)) {
                sql = "select * from user_account force index (" + indexOf(key) + ")" + UserConditions.where(matches)
                        + after() + ordered();
            } else {
                sql = merged(branchesByRoleAndStatus());
            }
            return new UserStatement(sql, parameters);
        }

        private String sorted() {
            return "(select u.id from " + UserConditions.having(true, "")
                    + " straight_join user_account u force index (primary) on u.id = found.user_id"
                    + UserConditions.where(UserConditions.filters(filter) + matches + after()) + ordered() + ")";
        }

        private String sieved() {
            boolean inOrder = filter.wantsEveryStatusAndRole() && INDEXED.contains(key);
            String conditions = inOrder ? "" : UserConditions.everyFilter(filter);
            return "(select u.id from user_account u force index (" + (inOrder ? indexOf(key) : indexByRoleAndStatus())
                    + ")" + UserConditions.where(conditions + after()) + " and u.id in " + UserConditions.whoHave()
                    + (filter.terms().filter(SearchTerms::exact).isPresent() ? "" : UserConditions.matching(matches))
                    + ordered() + ")";
        }

        private List<String> branchesByRoleAndStatus() {
            List<String> branches = new ArrayList<>();
            for (Role role : filter.role().map(Set::of).orElse(Set.of(Role.STANDARD, Role.SYSTEM_ADMIN))) {
                for (UserStatus status : filter.statuses()) {
                    branches.add(branch(
                            indexByRoleAndStatus(),
                            " and role = '" + role + "' and status = '" + status + "'" + matches + after()));
                }
            }
            return branches;
        }

        private String branch(String index, String condition) {
            return "(select id from user_account force index (" + index + ")" + UserConditions.where(condition)
                    + ordered() + ")";
        }

        private String merged(List<String> branches) {
            return "select u.* from (" + String.join(" union all ", branches)
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
            return switch (key) {
                case USER_NAME -> "user_name_living";
                case CREATED_AT -> "user_created_at";
                default -> "user_" + key.column();
            };
        }

        private String indexByRoleAndStatus() {
            return switch (key) {
                case USER_NAME, STATUS, ROLE -> "user_role_status_name";
                case DISPLAY_NAME -> "user_role_status_display";
                case CREATED_AT -> "user_role_status_created";
                case LAST_SIGN_IN -> "user_signed_in";
            };
        }
    }
}
