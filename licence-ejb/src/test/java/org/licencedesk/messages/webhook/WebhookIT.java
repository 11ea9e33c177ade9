package org.licencedesk.messages.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.messages.mail.Notice;
import org.licencedesk.messages.mail.NoticeKind;
import org.licencedesk.messages.mail.Notices;
import org.licencedesk.platform.outbox.MessageState;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.change.SeatReceipt;
import org.licencedesk.seats.directory.User;

/** What addresses are told, and who may have which. */
class WebhookIT extends WebhookScene {
    @Test
    void each_change_is_told_in_order_and_signed() {
        Receiver receiver = receiver(200);
        NewSecret added = add(receiver);
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.INACTIVE));
        tenant.change(user.id(), UserStatus.ACTIVE, Optional.empty());
        tenant.change(user.id(), UserStatus.LOCKED, Optional.empty());
        tenant.change(user.id(), UserStatus.ROOM, Optional.empty());
        tenant.delete(user.id(), tenant.admin());

        outbox.send(added.webhook());

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
        assertThat(states(added)).containsOnly(MessageState.DELIVERED);
    }

    @Test // R35
    void a_message_is_there_if_and_only_if_the_change_is() {
        NewSecret added = add(receiver(200));
        TestTenant full = TestTenant.of(1);
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.INACTIVE));
        int before = states(added).size();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> desk.run(() -> {
                    SeatReceipt done = tenant.changing(
                                    user.id(), UserStatus.ACTIVE, Optional.empty(), Optional.empty(), tenant.admin())
                            .get();
                    throw new IllegalStateException("killed before the commit of " + done);
                }));
        webhooks.add(full.id(), "https://receiver.example/", full.admin());
        assertThatExceptionOfType(IncreaseNotConfirmed.class)
                .isThrownBy(() -> full.add(TestTenant.person("bob", Role.STANDARD, UserStatus.ACTIVE)));

        assertThat(states(added)).hasSize(before);
        UUID ofFull = webhooks.list(full.id(), full.admin()).get(0).id();
        assertThat(webhooks.deliveries(full.id(), ofFull, PageRequest.first(10), full.admin())
                        .items())
                .isEmpty();
    }

    @Test
    void an_address_that_is_gone_is_stopped_and_the_admins_are_told() {
        Receiver receiver = receiver(410);
        NewSecret added = add(receiver);
        change(3);
        outbox.send(added.webhook());

        assertThat(receiver.got()).hasSize(1);
        assertThat(states(added)).hasSize(3).containsOnly(MessageState.PARKED);
        assertThat(webhooks.list(tenant.id(), tenant.admin()).get(0).stoppedAt())
                .contains(desk.clock().now());
        assertThat(desk.bean(Notices.class)
                        .list(tenant.id(), PageRequest.first(10), tenant.admin())
                        .items())
                .filteredOn(notice -> notice.kind() == NoticeKind.WEBHOOK_STOPPED)
                .singleElement()
                .extracting(Notice::subject)
                .isEqualTo("Test tenant: the webhook at 127.0.0.1 is stopped");
        change(1);
        assertThat(states(added)).hasSize(3);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> webhooks.resend(
                        tenant.id(), added.webhook(), first(added).id(), tenant.admin()))
                .returns(Refusal.WEBHOOK_STOPPED, RuleViolation::refusal);
    }

    @Test
    void for_a_day_after_a_rotation_both_secrets_sign() {
        Receiver receiver = receiver(200);
        NewSecret old = add(receiver);
        NewSecret rotated = webhooks.rotate(tenant.id(), old.webhook(), tenant.admin());
        assertThat(rotated.secret()).isNotEqualTo(old.secret());
        change(1);
        desk.clock().pass(Duration.ofHours(24).minusMillis(1));
        outbox.send(old.webhook());
        change(1);
        desk.clock().pass(Duration.ofMillis(1));
        outbox.send(old.webhook());

        Receiver.Got first = receiver.got().get(0);
        assertThat(first.signature())
                .isEqualTo(signature(first, rotated.secret().text()) + " "
                        + signature(first, old.secret().text()));
        Receiver.Got second = receiver.got().get(1);
        assertThat(second.signature())
                .isEqualTo(signature(second, rotated.secret().text()));
    }

    @Test
    void without_a_key_in_the_settings_the_secret_comes_from_one_that_this_installation_made() {
        NewSecret added = add(receiver(200));
        byte[] salt = (byte[]) desk.rows("select salt from webhook where id = ?1", added.webhook())
                .get(0);
        byte[] key = (byte[]) desk.rows("select secret from installation_key where name = 'webhook'")
                .get(0);

        assertThat(added.secret()).isEqualTo(SigningSecret.of(salt, key).shown());
        assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
    }

    @Test
    void the_key_of_the_settings_goes_before() {
        NewSecret before = add(receiver(200));
        System.setProperty("licence.webhook.key", "a-key-of-thirty-two-characters-or-more");
        try {
            byte[] salt = (byte[]) desk.rows("select salt from webhook where id = ?1", before.webhook())
                    .get(0);
            NewSecret rotated = webhooks.rotate(tenant.id(), before.webhook(), tenant.admin());
            byte[] newSalt = (byte[]) desk.rows("select salt from webhook where id = ?1", before.webhook())
                    .get(0);
            assertThat(salt).isNotEqualTo(newSalt);
            assertThat(rotated.secret())
                    .isEqualTo(SigningSecret.of(newSalt, "a-key-of-thirty-two-characters-or-more".getBytes(US_ASCII))
                            .shown());
        } finally {
            System.clearProperty("licence.webhook.key");
        }
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
                .isThrownBy(() -> webhooks.deliveries(other.id(), mine, PageRequest.first(1), other.admin()));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> webhooks.add(other.id(), "https://10.0.0.1/", other.admin()));

        webhooks.remove(tenant.id(), mine, tenant.admin());
        webhooks.add(tenant.id(), "https://receiver.example/", tenant.admin());
    }

    @Test
    void what_was_delivered_long_ago_is_forgotten_and_what_waits_is_not() {
        NewSecret added = add(receiver(200));
        change(1);
        outbox.send(added.webhook());
        change(1);
        desk.clock().pass(Duration.ofDays(30));
        outbox.forgetOld();
        assertThat(states(added)).hasSize(2);
        desk.clock().pass(Duration.ofSeconds(1));
        outbox.forgetOld();
        assertThat(states(added)).containsExactly(MessageState.WAITING);
    }
}
