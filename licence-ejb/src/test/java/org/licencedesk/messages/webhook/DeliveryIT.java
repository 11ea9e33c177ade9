package org.licencedesk.messages.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.licencedesk.platform.outbox.MessageState;

/** Messages on their way: none lost, in order, and one address's trouble is no other's. */
class DeliveryIT extends WebhookScene {
    @Test
    void after_an_hour_without_the_address_everything_arrives_in_order_and_none_twice_by_its_id() {
        Receiver receiver = receiver(500);
        NewSecret added = add(receiver);
        change(4);
        pass(Duration.ofMinutes(30), added.webhook());
        change(4);
        pass(Duration.ofMinutes(30).minusSeconds(1), added.webhook());
        assertThat(receiver.got())
                .hasSizeBetween(5, 15)
                .extracting(Receiver.Got::sequence)
                .containsOnly(1L);

        receiver.answer(message -> 200);
        desk.clock().pass(Duration.ofSeconds(1));
        outbox.send(added.webhook());

        assertThat(receiver.taken()).extracting(Receiver.Got::sequence).isEqualTo(upTo(8));
        assertThat(new HashSet<>(receiver.got().stream().map(Receiver.Got::id).toList()))
                .hasSize(8);
        assertThat(states(added)).containsOnly(MessageState.DELIVERED);
    }

    @Test
    void after_hours_without_the_address_everything_arrives_as_soon_as_it_answers_again() {
        Receiver receiver = receiver(500);
        NewSecret added = add(receiver);
        change(6);
        pass(Duration.ofMinutes(150), added.webhook());
        assertThat(receiver.taken()).isEmpty();

        receiver.answer(message -> 200);
        pass(Duration.ofMinutes(10), added.webhook());

        assertThat(receiver.taken()).extracting(Receiver.Got::sequence).containsExactlyInAnyOrderElementsOf(upTo(6));
        assertThat(states(added)).containsOnly(MessageState.DELIVERED);
    }

    @Test
    void one_that_is_refused_holds_back_the_others_for_an_hour_and_is_parked_after_three_days() {
        Receiver receiver = Receiver.answering(message -> message.sequence() == 1 ? 500 : 200);
        receivers.add(receiver);
        NewSecret added = add(receiver);
        change(3);
        pass(Duration.ofMinutes(59), added.webhook());
        assertThat(receiver.taken()).isEmpty();

        pass(Duration.ofMinutes(2), added.webhook());
        assertThat(receiver.taken()).extracting(Receiver.Got::sequence).containsExactly(2L, 3L);

        for (int hour = 0; hour < 70; hour++) {
            desk.clock().pass(Duration.ofHours(1));
            outbox.send(added.webhook());
        }
        assertThat(first(added).state()).isEqualTo(MessageState.WAITING);
        desk.clock().pass(Duration.ofHours(2));
        outbox.send(added.webhook());
        Delivery parked = first(added);
        assertThat(parked.state()).isEqualTo(MessageState.PARKED);
        assertThat(parked.lastStatus()).contains(500);
        assertThat(parked.lastFailure()).contains(DeliveryFailure.REFUSED);
        assertThat(parked.nextTryAt()).isEmpty();

        receiver.answer(message -> 200);
        outbox.send(added.webhook());
        assertThat(receiver.taken()).hasSize(2);
        webhooks.resend(tenant.id(), added.webhook(), parked.id(), tenant.admin());
        outbox.send(added.webhook());
        assertThat(receiver.taken().get(2).id()).isEqualTo(parked.id().toString());
        assertThat(states(added)).containsOnly(MessageState.DELIVERED);
    }

    @Test
    void who_asks_to_be_left_alone_gets_nothing_before_and_then_everything_in_order() {
        Receiver receiver = receiver(503);
        receiver.sayRetryAfter("7200");
        NewSecret added = add(receiver);
        change(2);
        outbox.send(added.webhook());
        assertThat(receiver.got()).hasSize(1);
        assertThat(first(added).nextTryAt()).contains(desk.clock().now().plus(Duration.ofHours(2)));

        receiver.answer(message -> 200);
        pass(Duration.ofMinutes(90), added.webhook());
        change(1);
        pass(Duration.ofMinutes(30).minusSeconds(1), added.webhook());
        assertThat(receiver.got()).hasSize(1);

        desk.clock().pass(Duration.ofSeconds(1));
        outbox.send(added.webhook());
        assertThat(receiver.taken()).extracting(Receiver.Got::sequence).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_system_admin_need_not_wait_for_who_asked_to_be_left_alone() {
        Receiver receiver = receiver(429);
        receiver.sayRetryAfter("86400");
        NewSecret added = add(receiver);
        change(1);
        outbox.send(added.webhook());
        for (int day = 1; day <= 3; day++) {
            desk.clock().pass(Duration.ofDays(1));
            outbox.send(added.webhook());
        }
        assertThat(first(added).state()).isEqualTo(MessageState.PARKED);
        assertThat(receiver.got()).hasSize(4);

        receiver.answer(message -> 200);
        webhooks.resend(tenant.id(), added.webhook(), first(added).id(), tenant.admin());
        outbox.send(added.webhook());

        assertThat(states(added)).containsOnly(MessageState.DELIVERED);
    }

    @Test
    void two_nodes_at_once_send_each_message_once_and_in_order() throws Exception {
        Receiver receiver = receiver(200);
        NewSecret added = add(receiver);
        change(30);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = Stream.generate(() -> nodes.submit(() -> outbox.send(added.webhook())))
                    .limit(4)
                    .<Future<?>>map(future -> future)
                    .toList();
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(receiver.got()).extracting(Receiver.Got::sequence).isEqualTo(upTo(30));
    }

    @Test
    void one_that_cannot_be_read_holds_back_the_others_for_no_more_than_an_hour() {
        Receiver receiver = receiver(200);
        NewSecret added = add(receiver);
        change(3);
        desk.run(() -> desk.entities()
                .createNativeQuery(
                        "update webhook_delivery set kind = 'OF_A_LATER_VERSION' where webhook_id = ?1 and seq = 1")
                .setParameter(1, added.webhook())
                .executeUpdate());
        pass(Duration.ofMinutes(59), added.webhook());
        assertThat(receiver.taken()).isEmpty();

        pass(Duration.ofMinutes(6), added.webhook());

        assertThat(receiver.taken()).extracting(Receiver.Got::sequence).containsExactly(2L, 3L);
    }

    @Test
    void addresses_in_trouble_harm_no_other() {
        Receiver good = receiver(200);
        List<Receiver> bad = List.of(receiver(Receiver.SILENCE), receiver(500), receiver(410), receiver(302));
        List<NewSecret> added = bad.stream().map(this::add).toList();
        NewSecret healthy = add(good);
        change(5);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            outbox.sendAtOnce(threads);
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(good.taken()).extracting(Receiver.Got::sequence).isEqualTo(upTo(5));
                assertThat(states(healthy)).containsOnly(MessageState.DELIVERED);
                assertThat(states(added.get(2))).containsOnly(MessageState.PARKED);
            });
            Awaitility.await().untilAsserted(() -> assertThat(bad.get(0).got()).hasSize(1));
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(first(added.get(3)).lastStatus()).contains(302));
            assertThat(bad.get(3).got()).extracting(Receiver.Got::path).containsOnly("/hook");
        } finally {
            bad.get(0).close();
            threads.shutdown();
            Awaitility.await().until(threads::isTerminated);
        }
        assertThat(first(added.get(0)).lastFailure()).contains(DeliveryFailure.NO_ANSWER);
    }
}
