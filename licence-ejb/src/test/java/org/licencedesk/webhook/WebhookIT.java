package org.licencedesk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.allowance.IncreaseNotConfirmed;
import org.licencedesk.directory.User;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.notice.Notice;
import org.licencedesk.notice.NoticeKind;
import org.licencedesk.notice.Notices;
import org.licencedesk.seat.SeatReceipt;

/** Messages to addresses: none lost, in order, signed, and one address's trouble is no other's. */
class WebhookIT {
    private final Desk desk = Desk.open();
    private final Instant begin = desk.clock().now();
    private final TestTenant tenant = TestTenant.of(50);
    private final Webhooks webhooks = desk.bean(Webhooks.class);
    private final WebhookQueue queue = desk.bean(WebhookQueue.class);
    private final WebhookRound round = desk.bean(WebhookRound.class);
    private final List<Receiver> receivers = new ArrayList<>();

    @AfterEach
    void close() {
        desk.clock().set(begin);
        receivers.forEach(Receiver::close);
        webhooks.list(tenant.id(), tenant.admin())
                .forEach(webhook -> webhooks.remove(tenant.id(), webhook.id(), tenant.admin()));
    }

    @Test
    void each_change_is_told_in_order_and_signed() {
        Receiver receiver = receiver(200);
        NewSecret added = add(receiver);
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.INACTIVE));
        tenant.change(user.id(), UserStatus.ACTIVE, Optional.empty());
        tenant.change(user.id(), UserStatus.LOCKED, Optional.empty());
        tenant.change(user.id(), UserStatus.ROOM, Optional.empty());
        tenant.delete(user.id(), tenant.admin());

        round.send(added.webhook());

        assertThat(receiver.taken())
                .extracting(Receiver.Got::type)
                .containsExactly("user.added", "seat.taken", "user.changed", "seat.released", "user.deleted");
        assertThat(receiver.taken()).extracting(Receiver.Got::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(receiver.taken().get(1).body())
                .contains("\"userId\":\"" + user.id() + "\"", "\"status\":\"ACTIVE\"", "\"door\":\"UI\"")
                .contains("\"figures\":{\"maximum\":50,\"occupied\":2,\"available\":48,\"overBy\":0}")
                .doesNotContain("ada", "@");
        assertThat(receiver.taken()).allSatisfy(got -> assertThat(got.signature())
                .isEqualTo(signature(got, added.secret().text())));
        assertThat(states(added)).containsOnly(DeliveryState.DELIVERED);
    }

    @Test // R35
    void a_message_is_there_if_and_only_if_the_change_is() {
        NewSecret added = add(receiver(200));
        TestTenant full = TestTenant.of(1);
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.INACTIVE));
        int before = states(added).size();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> desk.run(() -> {
                    SeatReceipt done = tenant.changing(user.id(), UserStatus.ACTIVE, Optional.empty(), tenant.admin())
                            .get();
                    throw new IllegalStateException("killed before the commit of " + done);
                }));
        webhooks.add(full.id(), "https://receiver.example/", full.admin());
        assertThatExceptionOfType(IncreaseNotConfirmed.class)
                .isThrownBy(() -> full.add(TestTenant.person("bob", Role.STANDARD, UserStatus.ACTIVE)));

        assertThat(states(added)).hasSize(before);
        UUID ofFull = webhooks.list(full.id(), full.admin()).get(0).id();
        assertThat(webhooks.deliveries(full.id(), ofFull, Optional.empty(), 10, full.admin())
                        .items())
                .isEmpty();
    }

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
        round.send(added.webhook());

        assertThat(receiver.taken()).extracting(Receiver.Got::sequence).isEqualTo(upTo(8));
        assertThat(new HashSet<>(receiver.got().stream().map(Receiver.Got::id).toList()))
                .hasSize(8);
        assertThat(states(added)).containsOnly(DeliveryState.DELIVERED);
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
            round.send(added.webhook());
        }
        assertThat(first(added).state()).isEqualTo(DeliveryState.WAITING);
        desk.clock().pass(Duration.ofHours(2));
        round.send(added.webhook());
        Delivery parked = first(added);
        assertThat(parked.state()).isEqualTo(DeliveryState.PARKED);
        assertThat(parked.lastStatus()).contains(500);
        assertThat(parked.lastFailure()).contains(Failure.REFUSED);
        assertThat(parked.nextTryAt()).isEmpty();

        receiver.answer(message -> 200);
        round.send(added.webhook());
        assertThat(receiver.taken()).hasSize(2);
        webhooks.resend(tenant.id(), added.webhook(), parked.id(), tenant.admin());
        round.send(added.webhook());
        assertThat(receiver.taken().get(2).id()).isEqualTo(parked.id().toString());
        assertThat(states(added)).containsOnly(DeliveryState.DELIVERED);
    }

    @Test
    void two_nodes_at_once_send_each_message_once_and_in_order() throws Exception {
        Receiver receiver = receiver(200);
        NewSecret added = add(receiver);
        change(30);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = Stream.generate(() -> nodes.submit(() -> round.send(added.webhook())))
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
    void a_node_that_dies_over_a_message_leaves_it_to_another_which_sends_it_by_the_same_id() {
        Receiver receiver = receiver(200);
        NewSecret added = add(receiver);
        change(1);
        UUID dead = queue.claim(added.webhook(), desk.clock().now()).orElseThrow();
        SignedMessage lost =
                queue.next(added.webhook(), dead, desk.clock().now()).orElseThrow();

        round.send(added.webhook());
        assertThat(receiver.got()).isEmpty();
        desk.clock().pass(WebhookQueue.LEASE.plusSeconds(1));
        round.send(added.webhook());

        assertThat(receiver.got()).singleElement().satisfies(got -> assertThat(got.id())
                .isEqualTo(lost.id().toString()));
        assertThat(queue.next(added.webhook(), dead, desk.clock().now())).isEmpty();
        queue.note(
                added.webhook(),
                lost.id(),
                Outcome.failed(Failure.NO_ANSWER),
                desk.clock().now());
        assertThat(states(added)).containsExactly(DeliveryState.DELIVERED);
    }

    @Test
    void addresses_in_trouble_harm_no_other() {
        Receiver good = receiver(200);
        List<Receiver> bad = List.of(receiver(Receiver.SILENCE), receiver(500), receiver(410), receiver(302));
        List<NewSecret> added = bad.stream().map(this::add).toList();
        NewSecret healthy = add(good);
        change(5);
        WebhookDispatch dispatch = desk.bean(WebhookDispatch.class);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            dispatch.look(threads);
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(good.taken()).extracting(Receiver.Got::sequence).isEqualTo(upTo(5));
                assertThat(states(healthy)).containsOnly(DeliveryState.DELIVERED);
                assertThat(states(added.get(2))).containsOnly(DeliveryState.PARKED);
            });
            assertThat(bad.get(0).got()).hasSize(1);
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(first(added.get(3)).lastStatus()).contains(302));
            assertThat(bad.get(3).got()).extracting(Receiver.Got::path).containsOnly("/hook");
        } finally {
            bad.get(0).close();
            threads.shutdown();
            Awaitility.await().until(threads::isTerminated);
        }
        assertThat(first(added.get(0)).lastFailure()).contains(Failure.NO_ANSWER);
    }

    @Test
    void an_address_that_is_gone_is_stopped_and_the_admins_are_told() {
        Receiver receiver = receiver(410);
        NewSecret added = add(receiver);
        change(3);
        round.send(added.webhook());

        assertThat(receiver.got()).hasSize(1);
        assertThat(states(added)).hasSize(3).containsOnly(DeliveryState.PARKED);
        assertThat(webhooks.list(tenant.id(), tenant.admin()).get(0).stoppedAt())
                .contains(desk.clock().now());
        assertThat(desk.bean(Notices.class)
                        .list(tenant.id(), Optional.empty(), 10, tenant.admin())
                        .items())
                .filteredOn(notice -> notice.kind() == NoticeKind.WEBHOOK_STOPPED)
                .singleElement()
                .extracting(Notice::subject)
                .isEqualTo("Test tenant: the webhook at 127.0.0.1 is stopped");
        change(1);
        assertThat(states(added)).hasSize(3);
        assertThatExceptionOfType(WebhookStopped.class)
                .isThrownBy(() -> webhooks.resend(
                        tenant.id(), added.webhook(), first(added).id(), tenant.admin()));
    }

    @Test
    void for_a_day_after_a_rotation_both_secrets_sign() {
        Receiver receiver = receiver(200);
        NewSecret old = add(receiver);
        NewSecret rotated = webhooks.rotate(tenant.id(), old.webhook(), tenant.admin());
        assertThat(rotated.secret()).isNotEqualTo(old.secret());
        change(1);
        desk.clock().pass(Duration.ofHours(24).minusMillis(1));
        round.send(old.webhook());
        change(1);
        desk.clock().pass(Duration.ofMillis(1));
        round.send(old.webhook());

        Receiver.Got first = receiver.got().get(0);
        assertThat(first.signature())
                .isEqualTo(signature(first, rotated.secret().text()) + " "
                        + signature(first, old.secret().text()));
        Receiver.Got second = receiver.got().get(1);
        assertThat(second.signature())
                .isEqualTo(signature(second, rotated.secret().text()));
    }

    @Test // R3
    void a_tenant_has_ten_at_most_and_sees_its_own_only() {
        for (int i = 0; i < 10; i++) {
            webhooks.add(tenant.id(), "https://receiver.example/" + i, tenant.admin());
        }
        assertThatExceptionOfType(TooManyWebhooks.class)
                .isThrownBy(() -> webhooks.add(tenant.id(), "https://receiver.example/", tenant.admin()));
        UUID mine = webhooks.list(tenant.id(), tenant.admin()).get(0).id();
        TestTenant other = TestTenant.of(2);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> webhooks.remove(other.id(), mine, other.admin()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> webhooks.rotate(other.id(), mine, other.admin()));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> webhooks.deliveries(other.id(), mine, Optional.empty(), 1, other.admin()));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> webhooks.add(other.id(), "https://10.0.0.1/", other.admin()));

        webhooks.remove(tenant.id(), mine, tenant.admin());
        webhooks.add(tenant.id(), "https://receiver.example/", tenant.admin());
    }

    @Test
    void what_was_delivered_long_ago_is_forgotten_and_what_waits_is_not() {
        NewSecret added = add(receiver(200));
        change(1);
        round.send(added.webhook());
        change(1);
        desk.clock().pass(Duration.ofDays(30));
        queue.forgetOld(desk.clock().now());
        assertThat(states(added)).hasSize(2);
        desk.clock().pass(Duration.ofSeconds(1));
        queue.forgetOld(desk.clock().now());
        assertThat(states(added)).containsExactly(DeliveryState.WAITING);
    }

    private Receiver receiver(int status) {
        Receiver receiver = Receiver.answering(status);
        receivers.add(receiver);
        return receiver;
    }

    private NewSecret add(Receiver receiver) {
        return webhooks.add(tenant.id(), receiver.url(), tenant.admin());
    }

    private void change(int times) {
        for (int i = 0; i < times; i++) {
            tenant.add(TestTenant.person("user" + System.nanoTime(), Role.STANDARD, UserStatus.INACTIVE));
        }
    }

    /** Lets the time pass in which a node looks every half minute. */
    private void pass(Duration time, UUID webhook) {
        Duration step = Duration.ofSeconds(30);
        Duration passed = Duration.ZERO;
        round.send(webhook);
        while (passed.plus(step).compareTo(time) <= 0) {
            desk.clock().pass(step);
            passed = passed.plus(step);
            round.send(webhook);
        }
        desk.clock().pass(time.minus(passed));
        round.send(webhook);
    }

    private List<DeliveryState> states(NewSecret webhook) {
        return webhooks
                .deliveries(tenant.id(), webhook.webhook(), Optional.empty(), 100, tenant.admin())
                .items()
                .stream()
                .map(Delivery::state)
                .toList();
    }

    private Delivery first(NewSecret webhook) {
        List<Delivery> all = webhooks.deliveries(tenant.id(), webhook.webhook(), Optional.empty(), 100, tenant.admin())
                .items();
        return all.get(all.size() - 1);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static String signature(Receiver.Got got, String secret) {
        try {
            return new com.standardwebhooks.Webhook(secret).sign(got.id(), got.timestamp(), got.body());
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new AssertionError(e);
        }
    }
}
