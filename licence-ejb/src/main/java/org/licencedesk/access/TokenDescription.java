package org.licencedesk.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Role;

/** What can be said of a token without saying it. The last use is noted to the minute. */
public record TokenDescription(UUID id, String name, Role role, Instant createdAt, Optional<Instant> lastUsedAt) {}
