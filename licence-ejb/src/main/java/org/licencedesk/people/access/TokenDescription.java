package org.licencedesk.people.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Role;

/**
 * What can be said of a token without saying it.
 *
 * @param createdBy who made it, as a label of the ledger has it; empty if that is not known
 * @param lastUsedAt to the minute
 * @param expiresAt from when on it opens nothing any more, if it has such an end
 */
public record TokenDescription(
        UUID id,
        String name,
        Role role,
        Instant createdAt,
        Optional<String> createdBy,
        Optional<Instant> lastUsedAt,
        Optional<Instant> expiresAt) {}
