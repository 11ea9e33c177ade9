package org.licencedesk.messages.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is ready to be sent.
 *
 * @param id the same at each attempt
 * @param signature by each valid secret
 */
public record SignedMessage(UUID id, String url, String body, Instant at, String signature) {}
