package org.licencedesk.seats.directory;

import java.util.Optional;
import org.licencedesk.kernel.UserId;

/**
 * A user name that a user had before (R41).
 *
 * @param entry the sequence number of the entry of the ledger that tells of the change
 * @param userName the name that was given up; empty once it was erased
 */
public record FormerUserName(UserId user, long entry, Optional<String> userName) {}
