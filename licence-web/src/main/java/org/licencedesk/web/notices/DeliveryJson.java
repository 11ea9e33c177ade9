package org.licencedesk.web.notices;

import java.time.Instant;
import java.util.Optional;
import org.licencedesk.messages.webhook.Delivery;
import org.licencedesk.messages.webhook.DeliveryFailure;

/** A message to one address in the contract. */
record DeliveryJson(
        String id,
        String type,
        String createdAt,
        String state,
        int attempts,
        Optional<String> nextTryAt,
        Optional<String> lastFailure,
        Optional<Integer> lastStatus) {

    static DeliveryJson of(Delivery delivery) {
        return new DeliveryJson(
                delivery.id().toString(),
                delivery.kind().code(),
                delivery.createdAt().toString(),
                delivery.state().name(),
                delivery.attempts(),
                delivery.nextTryAt().map(Instant::toString),
                delivery.lastFailure().map(DeliveryFailure::name),
                delivery.lastStatus());
    }
}
