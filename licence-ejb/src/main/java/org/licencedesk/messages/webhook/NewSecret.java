package org.licencedesk.messages.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Secret;

/**
 * The secret of a webhook, the only time that it is shown.
 *
 * @param webhook whose it is
 * @param secret what its messages are signed with
 * @param previousUntil until when they are signed with the one before as well, if there was one
 */
public record NewSecret(UUID webhook, Secret secret, Optional<Instant> previousUntil) {}
