package org.licencedesk.record.ledger;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.UserId;

/**
 * Which entries of a tenant's ledger.
 *
 * @param user whom they concern, or anybody and nobody
 * @param kinds the kinds wanted; all of them is no filter, none of them finds nothing
 * @param doors the doors wanted; all of them is no filter, none of them finds nothing
 * @param from the first instant, or from the beginning
 * @param to the instant before which they lie, or to the end
 */
public record LedgerFilter(
        Optional<UserId> user, Set<EntryKind> kinds, Set<Door> doors, Optional<Instant> from, Optional<Instant> to) {

    /** @throws InvalidValue if the time ends before it begins */
    public LedgerFilter {
        kinds = kinds.isEmpty() ? EnumSet.noneOf(EntryKind.class) : EnumSet.copyOf(kinds);
        doors = doors.isEmpty() ? EnumSet.noneOf(Door.class) : EnumSet.copyOf(doors);
        if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
            throw new InvalidValue("to", Problem.OUT_OF_RANGE);
        }
    }

    /** @return the filter that every entry passes */
    public static LedgerFilter everything() {
        return concerning(Optional.empty());
    }

    /** @return the filter that all entries about the user pass */
    public static LedgerFilter about(UserId user) {
        return concerning(Optional.of(user));
    }

    private static LedgerFilter concerning(Optional<UserId> user) {
        return new LedgerFilter(
                user, EnumSet.allOf(EntryKind.class), EnumSet.allOf(Door.class), Optional.empty(), Optional.empty());
    }

    boolean findsNothing() {
        return kinds.isEmpty() || doors.isEmpty();
    }

    boolean wantsEveryKind() {
        return kinds.size() == EntryKind.values().length;
    }

    boolean wantsEveryDoor() {
        return doors.size() == Door.values().length;
    }
}
