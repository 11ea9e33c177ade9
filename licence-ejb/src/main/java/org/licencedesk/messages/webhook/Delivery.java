package org.licencedesk.messages.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.platform.outbox.MessageState;

/**
 * A message on its way to one address.
 *
 * @param id by which the address knows it; the same at each attempt
 * @param sequence its place in the tenant's messages
 * @param nextTryAt when it is tried again, while it waits
 * @param lastFailure why the last attempt failed, if it did
 * @param lastStatus the status of the last answer, if there was one
 */
public record Delivery(
        UUID id,
        long sequence,
        MessageKind kind,
        Instant createdAt,
        MessageState state,
        int attempts,
        Optional<Instant> nextTryAt,
        Optional<DeliveryFailure> lastFailure,
        Optional<Integer> lastStatus) {}
