package org.licencedesk.seats.directory;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The SQL that counts users at a cost that does not grow with the tenant: each index is read from where the filter begins,
 * and no further than so many entries. It yields how many were found in all, and how many of them are wanted.
 *
 * @param sql the statement; it also takes the parameter {@code tenant}
 * @param parameters its other parameters by name
 */
record CountStatement(String sql, Map<String, Object> parameters) {

    static CountStatement of(UserFilter filter, int most) {
        return filter.prefix()
                .map(prefix -> new CountStatement(
                        searched(filter, most), Map.of("prefix", UserConditions.likePattern(prefix))))
                .orElseGet(() -> new CountStatement(listed(filter, most), Map.of()));
    }

    private static String listed(UserFilter filter, int most) {
        String index = filter.wantsEveryStatusAndRole() ? "user_created_at" : "user_role_status_name";
        String condition = filter.wantsEveryStatusAndRole() ? "" : UserConditions.everyFilter(filter);
        return "select count(*), count(*) from (select 1 from user_account force index (" + index + ")"
                + UserConditions.where(condition) + " limit " + most + ") found";
    }

    private static String searched(UserFilter filter, int most) {
        String found = UserConditions.TEXTS.stream()
                .map(text -> "(select id from user_account force index (" + UserConditions.indexOf(text) + ")"
                        + UserConditions.where(UserConditions.matches(text)) + " limit " + most + ")")
                .collect(Collectors.joining(" union "));
        if (filter.wantsEveryStatusAndRole()) {
            return "select count(*), count(*) from (" + found + ") found";
        }
        return "select count(*), count(case when true" + UserConditions.filters(filter) + " then 1 end) from (" + found
                + ") found join user_account u on u.id = found.id";
    }
}
