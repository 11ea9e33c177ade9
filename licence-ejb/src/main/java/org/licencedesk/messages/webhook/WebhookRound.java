package org.licencedesk.messages.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.Contention;

/** Sends one address what waits for it, in order, until nothing does, it fails, or others should have their turn. */
@ApplicationScoped
class WebhookRound {

    private static final Duration TURN = Duration.ofSeconds(20);

    @Inject
    private WebhookQueue queue;

    @Inject
    private WebhookSender sender;

    @Inject
    private TimeSource time;

    void send(UUID webhook) {
        Instant begin = time.now();
        Optional<UUID> claim = Contention.retrying(() -> queue.claim(webhook, begin));
        if (claim.isEmpty()) {
            return;
        }
        while (time.now().isBefore(begin.plus(TURN))) {
            Optional<SignedMessage> message = Contention.retrying(() -> queue.next(webhook, claim.get(), time.now()));
            if (message.isEmpty()) {
                return;
            }
            Outcome outcome = sender.send(message.get());
            Contention.retrying(() -> {
                queue.note(webhook, message.get().id(), outcome, time.now());
                return webhook;
            });
        }
        Contention.retrying(() -> {
            queue.release(webhook, claim.get(), time.now());
            return webhook;
        });
    }
}
