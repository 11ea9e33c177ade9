package org.licencedesk.web.json;

import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.record.ledger.LedgerEntry;

/** What an entry of the ledger says of a person, in the contract. */
public record EntryJson(
        long seq,
        Instant at,
        String actor,
        Door door,
        EntryKind kind,
        Optional<String> userId,
        Optional<String> reason,
        Optional<UserStatus> status,
        Optional<Role> role) {

    /** @return the entry in this form */
    public static EntryJson of(LedgerEntry entry) {
        return new EntryJson(
                entry.sequence(),
                entry.at(),
                entry.actor(),
                entry.door(),
                entry.kind(),
                entry.user().map(UserId::toString),
                entry.reason().map(Reason::text),
                entry.status(),
                entry.role());
    }
}
