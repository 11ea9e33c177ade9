package org.licencedesk.seats.directory;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.licencedesk.kernel.Role;

/** The conditions that say which users are wanted, in SQL. They take the parameter {@code tenant}. */
final class UserConditions {

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

    /** Those whose text matches every term, in {@link #termsOf the parameters} that go with it. */
    static String matches(SearchTerms terms) {
        return IntStream.range(0, terms.patterns().size())
                .mapToObj(i -> " and search_text like :term" + i + " escape '!'")
                .collect(Collectors.joining());
    }

    static Map<String, Object> termsOf(SearchTerms terms) {
        Map<String, Object> parameters = new TreeMap<>();
        IntStream.range(0, terms.patterns().size())
                .forEach(i -> parameters.put("term" + i, terms.patterns().get(i)));
        return parameters;
    }

    /** The users who have the word between the parameters {@code word} and {@code upTo}, each once; the living or the tombstones. */
    static String having(boolean living, String more) {
        return "(select distinct user_id from user_word where tenant_id = :tenant and living = " + (living ? 1 : 0)
                + " and word between :word and :upTo" + more + ") found";
    }

    /** As {@link #having}, for the identities that are looked up. */
    static String whoHave() {
        return "(select user_id from user_word where tenant_id = :tenant and living = 1 and word between :word and :upTo)";
    }

    /** The user {@code u} is one of those, by a look at their row; only where everything else holds. */
    static String matching(String matches) {
        return " and exists (select 1 from user_account w force index (primary)" + where(" and w.id = u.id" + matches)
                + ")";
    }

    static Map<String, Object> boundsOf(SearchTerms.Word word) {
        return Map.of("word", word.text(), "upTo", word.upTo());
    }

    private static String statuses(UserFilter filter) {
        return filter.statuses().stream().map(status -> "'" + status + "'").collect(Collectors.joining(", "));
    }
}
