package org.licencedesk.messages.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.licencedesk.kernel.EntryKind;

/** What a message tells. */
public enum MessageKind {
    USER_ADDED,
    USER_CHANGED,
    USER_DELETED,
    SEAT_TAKEN,
    SEAT_RELEASED,
    ALLOWANCE_RAISED,
    ALLOWANCE_REDUCED,
    ALLOWANCE_CORRECTED,
    /** The allowance became as full as it was not before. */
    LEVEL_REACHED,
    /** There is room again. */
    LEVEL_RESOLVED;

    /** @return the name that receivers know, such as {@code seat.taken} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** @return the kind of message that tells of such an entry of the ledger; accepted terms are told by the increase */
    static Optional<MessageKind> of(EntryKind entry) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(entry.name()))
                .findFirst();
    }
}
