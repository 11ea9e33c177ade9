package org.licencedesk.seats.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the directory keeps about a user, alive or not.
 *
 * @param statusSince since when the user has, or had, the status
 * @param deletedAt when the user was deleted, if they were
 * @param erasedAt when name and mail were removed, if they were
 * @param formerNames the user names that they had before, the first one first
 */
public record UserRecord(
        User user,
        Instant statusSince,
        Optional<Instant> deletedAt,
        Optional<Instant> erasedAt,
        List<FormerUserName> formerNames) {}
