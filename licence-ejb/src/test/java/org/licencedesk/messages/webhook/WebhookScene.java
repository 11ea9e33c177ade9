package org.licencedesk.messages.webhook;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.platform.outbox.MessageState;

/** A tenant of 50 seats, and addresses that are told what happens in it. */
abstract class WebhookScene {
    final Desk desk = Desk.open();
    final Instant begin = desk.clock().now();
    final TestTenant tenant = TestTenant.of(50);
    final Webhooks webhooks = desk.bean(Webhooks.class);
    final WebhookOutbox outbox = desk.bean(WebhookOutbox.class);
    final List<Receiver> receivers = new ArrayList<>();

    @AfterEach
    void close() {
        desk.clock().set(begin);
        receivers.forEach(Receiver::close);
        webhooks.list(tenant.id(), tenant.admin())
                .forEach(webhook -> webhooks.remove(tenant.id(), webhook.id(), tenant.admin()));
    }

    Receiver receiver(int status) {
        Receiver receiver = Receiver.answering(status);
        receivers.add(receiver);
        return receiver;
    }

    NewSecret add(Receiver receiver) {
        return webhooks.add(tenant.id(), receiver.url(), tenant.admin());
    }

    void change(int times) {
        for (int i = 0; i < times; i++) {
            tenant.add(TestTenant.person("user" + System.nanoTime(), Role.STANDARD, UserStatus.INACTIVE));
        }
    }

    /** Lets the time pass in which a node looks every half minute. */
    void pass(Duration time, UUID webhook) {
        Duration step = Duration.ofSeconds(30);
        Duration passed = Duration.ZERO;
        outbox.send(webhook);
        while (passed.plus(step).compareTo(time) <= 0) {
            desk.clock().pass(step);
            passed = passed.plus(step);
            outbox.send(webhook);
        }
        desk.clock().pass(time.minus(passed));
        outbox.send(webhook);
    }

    List<MessageState> states(NewSecret webhook) {
        return webhooks
                .deliveries(tenant.id(), webhook.webhook(), PageRequest.first(100), tenant.admin())
                .items()
                .stream()
                .map(Delivery::state)
                .toList();
    }

    Delivery first(NewSecret webhook) {
        List<Delivery> all = webhooks.deliveries(tenant.id(), webhook.webhook(), PageRequest.first(100), tenant.admin())
                .items();
        return all.get(all.size() - 1);
    }

    static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    static String signature(Receiver.Got got, String secret) {
        try {
            return new com.standardwebhooks.Webhook(secret).sign(got.id(), got.timestamp(), got.body());
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new AssertionError(e);
        }
    }
}
