package org.licencedesk.seats.directory;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The SQL that counts users at a cost that does not grow with the tenant: each index is read from where the filter begins,
 * and no further than so many entries. It yields how many were found in all, and how many of them are wanted.
 *
 * @param sql the statement; it also takes the parameter {@code tenant}
 * @param parameters its other parameters by name
 */
record CountStatement(String sql, Map<String, Object> parameters) {

    /** @param rare a word that few have, where the search has one */
    static CountStatement of(UserFilter filter, Optional<SearchTerms.Word> rare, int most) {
        return filter.terms()
                .map(terms -> searched(filter, terms, rare, most))
                .orElseGet(() -> new CountStatement(listed(filter, most), Map.of()));
    }

    private static String listed(UserFilter filter, int most) {
        String index = filter.wantsEveryStatusAndRole() ? "user_created_at" : "user_role_status_name";
        String condition = filter.wantsEveryStatusAndRole() ? "" : UserConditions.everyFilter(filter);
        return "select count(*), count(*) from (select 1 from user_account force index (" + index + ")"
                + UserConditions.where(condition) + " limit " + most + ") found";
    }

    private static CountStatement searched(
            UserFilter filter, SearchTerms terms, Optional<SearchTerms.Word> rare, int most) {
        Map<String, Object> parameters = new TreeMap<>(
                UserConditions.boundsOf(rare.orElseGet(() -> terms.words().get(0))));
        String found = UserConditions.having(true, " limit " + most);
        if (terms.exact() && filter.wantsEveryStatusAndRole()) {
            return new CountStatement("select count(*), count(*) from " + found, parameters);
        }
        parameters.putAll(UserConditions.termsOf(terms));
        return new CountStatement(
                "select count(*), count(case when true" + UserConditions.filters(filter) + UserConditions.matches(terms)
                        + " then 1 end) from " + found
                        + " straight_join user_account u force index (primary) on u.id = found.user_id",
                parameters);
    }
}
