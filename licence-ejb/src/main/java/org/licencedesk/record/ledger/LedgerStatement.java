package org.licencedesk.record.ledger;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;

/**
 * The SQL that reads entries, the newest first, each time backwards from an index in that order, so that its cost does
 * not grow with the ledger. It takes the parameters {@code tenant}, {@code first} and {@code before}, the sequence
 * numbers between which the entries lie, and {@code user} where one is wanted.
 */
final class LedgerStatement {

    private LedgerStatement() {}

    /** @param filter finds something; its times are not looked at */
    static String of(LedgerFilter filter, int most) {
        if (filter.user().isPresent()) {
            return entries("*", "ledger_user", " and user_id = :user" + kinds(filter) + doors(filter), most);
        }
        if (filter.wantsEveryKind() && filter.wantsEveryDoor()) {
            return entries("*", "PRIMARY", "", most);
        }
        String page = filter.kinds().stream()
                .flatMap(kind -> filter.doors().stream().map(door -> branch(kind, door, most)))
                .collect(Collectors.joining(" union all "));
        return "select e.* from (" + page + ") page join ledger_entry e on e.tenant_id = :tenant and e.seq = page.seq"
                + " order by e.seq desc limit " + most;
    }

    private static String branch(EntryKind kind, Door door, int most) {
        String condition = " and kind = '" + kind + "' and door = '" + door + "'";
        return "(" + entries("seq", "ledger_kind_door", condition, most) + ")";
    }

    private static String entries(String columns, String index, String condition, int most) {
        return "select " + columns + " from ledger_entry force index (" + index + ") where tenant_id = :tenant"
                + condition + " and seq >= :first and seq < :before order by seq desc limit " + most;
    }

    private static String kinds(LedgerFilter filter) {
        return filter.wantsEveryKind() ? "" : " and kind in (" + quoted(filter.kinds().stream()) + ")";
    }

    private static String doors(LedgerFilter filter) {
        return filter.wantsEveryDoor() ? "" : " and door in (" + quoted(filter.doors().stream()) + ")";
    }

    private static String quoted(Stream<? extends Enum<?>> names) {
        return names.map(name -> "'" + name.name() + "'").collect(Collectors.joining(", "));
    }
}
