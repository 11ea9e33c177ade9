package org.licencedesk.seats.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * A deleted user (R22).
 *
 * @param user as they were when they were deleted, less what was erased
 * @param erasedAt when name and mail were removed, if they were
 */
public record Tombstone(User user, Instant deletedAt, Optional<Instant> erasedAt) {}
