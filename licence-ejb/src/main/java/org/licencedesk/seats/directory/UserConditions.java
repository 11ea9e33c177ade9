package org.licencedesk.seats.directory;

import java.util.List;
import java.util.stream.Collectors;
import org.licencedesk.kernel.Role;

/** The conditions that say which users are wanted, in SQL. They take the parameters {@code tenant} and {@code prefix}. */
final class UserConditions {

    /** What a prefix is looked for in. */
    static final List<String> TEXTS = List.of("user_name", "display_name", "email");

    private UserConditions() {}

    /** The living users of the tenant. */
    static String where(String more) {
        return " where tenant_id = :tenant and living = 1" + more;
    }

    /** Those of the role and the statuses that are wanted. */
    static String filters(UserFilter filter) {
        String role =
                filter.role().map(wanted -> " and role = '" + wanted + "'").orElse("");
        return filter.wantsEveryStatus() ? role : role + " and status in (" + statuses(filter) + ")";
    }

    /** As {@link #filters}, but in words that name every role and status, so that an index by them can be read. */
    static String everyFilter(UserFilter filter) {
        String role = filter.role()
                .map(wanted -> "role = '" + wanted + "'")
                .orElse("role in ('" + Role.STANDARD + "', '" + Role.SYSTEM_ADMIN + "')");
        return " and " + role + " and status in (" + statuses(filter) + ")";
    }

    static String matches(String text) {
        return " and " + text + " like :prefix escape '!'";
    }

    static String matchesNot(String text) {
        return " and " + text + " not like :prefix escape '!'";
    }

    /** The value of {@code prefix}: no character of what was typed stands for others. */
    static String likePattern(String prefix) {
        return prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    static String indexOf(String text) {
        return text.equals("user_name") ? "user_name_living" : "user_" + text;
    }

    private static String statuses(UserFilter filter) {
        return filter.statuses().stream().map(status -> "'" + status + "'").collect(Collectors.joining(", "));
    }
}
