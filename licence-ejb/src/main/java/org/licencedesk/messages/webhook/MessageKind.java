package org.licencedesk.messages.webhook;

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
        return switch (entry) {
            case TENANT_CREATED, TERMS_ACCEPTED -> Optional.empty();
            case USER_ADDED -> Optional.of(USER_ADDED);
            case USER_CHANGED -> Optional.of(USER_CHANGED);
            case USER_DELETED -> Optional.of(USER_DELETED);
            case SEAT_TAKEN -> Optional.of(SEAT_TAKEN);
            case SEAT_RELEASED -> Optional.of(SEAT_RELEASED);
            case ALLOWANCE_RAISED -> Optional.of(ALLOWANCE_RAISED);
            case ALLOWANCE_REDUCED -> Optional.of(ALLOWANCE_REDUCED);
            case ALLOWANCE_CORRECTED -> Optional.of(ALLOWANCE_CORRECTED);
        };
    }
}
