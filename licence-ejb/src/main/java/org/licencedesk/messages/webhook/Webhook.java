package org.licencedesk.messages.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An address that is told what happens in a tenant.
 *
 * @param stoppedAt when it said that it is gone, if it did
 */
public record Webhook(UUID id, String url, Instant createdAt, Optional<Instant> stoppedAt) {}
