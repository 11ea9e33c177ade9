package org.licencedesk.seats.change;

import java.time.Instant;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.directory.User;

/**
 * Somebody who seems to hold a seat for nothing.
 *
 * @param user who
 * @param why why it seems so
 * @param since since when it is so: the locking, the adding, or the last sign-in
 */
public record Candidate(User user, Why why, Instant since) {

    /** @return who it is */
    public UserId id() {
        return user.id();
    }

    /** Why somebody seems to hold a seat for nothing, the strongest reason first. */
    public enum Why {
        LOCKED,
        NEVER_SIGNED_IN,
        NOT_SIGNED_IN_SINCE
    }
}
