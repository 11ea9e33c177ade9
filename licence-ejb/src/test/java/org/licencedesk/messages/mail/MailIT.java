package org.licencedesk.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.launcher.Ports;
import org.licencedesk.platform.Settings;

/** Mails on their way to a mail server, which may be away for a while. */
class MailIT {
    private final Desk desk = Desk.open();
    private final MailOutbox outbox = desk.bean(MailOutbox.class);
    private final Instant begin = desk.clock().now();
    private final int port = Ports.free();
    private final Map<String, String> settings = Map.of(
            "licence.smtp.host", "127.0.0.1",
            "licence.smtp.port", Integer.toString(port),
            "licence.smtp.tls", "none",
            "licence.smtp.from", "desk@vendor.example");
    private final GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void forget_what_others_left() {
        desk.run(() -> desk.entities().createNativeQuery("delete from mail").executeUpdate());
        settings.forEach(System::setProperty);
    }

    @AfterEach
    void stop() {
        settings.keySet().forEach(System::clearProperty);
        desk.clock().set(begin);
        server.stop();
    }

    @Test
    void a_mail_arrives_with_a_subject_that_says_the_numbers() throws Exception {
        TestTenant tenant = fill(2);
        server.start();
        send();

        MimeMessage[] arrived = server.getReceivedMessages();
        assertThat(arrived).hasSize(2);
        assertThat(Arrays.stream(arrived).map(MailIT::subject))
                .containsExactlyInAnyOrder(
                        "Test tenant: 1 of 2 licences in use, 1 available",
                        "Test tenant: 2 of 2 licences in use, none available");
        MimeMessage mail = arrived[0];
        assertThat(mail.getRecipients(Message.RecipientType.TO)[0]).hasToString("first.admin@example.org");
        assertThat(mail.getFrom()[0]).hasToString("desk@vendor.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(notices(tenant)).extracting(Notice::state).containsOnly(NoticeState.SENT);

        send();
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test // R43
    void a_name_keeps_its_direction_to_itself() throws Exception {
        TestTenant tenant = TestTenant.of(2);
        desk.run(() -> desk.entities()
                .createNativeQuery("update tenant set name = :name where id = :tenant")
                .setParameter("name", "\u05D3\u05E0\u05D4 \u202E7")
                .setParameter("tenant", tenant.id().value())
                .executeUpdate());
        tenant.add(TestTenant.person("ben", Role.STANDARD, UserStatus.ACTIVE));
        server.start();
        send();

        MimeMessage mail = Arrays.stream(server.getReceivedMessages())
                .filter(arrived -> subject(arrived).endsWith("2 of 2 licences in use, none available"))
                .findFirst()
                .orElseThrow();
        assertThat(subject(mail))
                .isEqualTo("\u2068\u05D3\u05E0\u05D4 \u202E7\u2069: 2 of 2 licences in use, none available");
        assertThat(mail.getContent().toString())
                .contains("licences of \u2068\u05D3\u05E0\u05D4 \u202E7\u2069 are in use");
    }

    @Test
    void without_a_server_mails_wait_and_are_shown() {
        settings.keySet().forEach(System::clearProperty);
        TestTenant tenant = fill(2);
        send();

        assertThat(notices(tenant)).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo(NoticeState.WAITING);
            assertThat(mail.attempts()).isZero();
        });
    }

    @Test
    void while_the_server_is_away_mails_wait_and_arrive_later_with_the_same_message_id() throws Exception {
        TestTenant tenant = fill(1);
        send();
        send();
        assertThat(notices(tenant)).singleElement().satisfies(mail -> assertThat(mail.attempts())
                .isEqualTo(1));

        server.start();
        send();
        assertThat(server.getReceivedMessages()).isEmpty();
        desk.clock().pass(Duration.ofSeconds(30));
        send();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getMessageID())
                .isEqualTo("<" + notices(tenant).get(0).id() + "@vendor.example>");
    }

    @Test
    void after_an_hour_without_the_server_every_mail_arrives_once_and_each_tenants_in_order() throws Exception {
        TestTenant first = TestTenant.of(10);
        TestTenant second = TestTenant.of(10);
        for (int user = 1; user < 10; user++) {
            String name = "user" + user;
            first.add(TestTenant.person(name, Role.STANDARD, UserStatus.ACTIVE));
            pass(Duration.ofMinutes(3));
            second.add(TestTenant.person(name, Role.STANDARD, UserStatus.ACTIVE));
            pass(Duration.ofMinutes(4));
        }
        assertThat(server.getReceivedMessages()).isEmpty();
        List<Notice> waiting = Stream.of(first, second)
                .flatMap(tenant -> notices(tenant).stream())
                .toList();
        assertThat(waiting).hasSize(6).extracting(Notice::state).containsOnly(NoticeState.WAITING);

        server.start();
        pass(Duration.ofHours(1));

        List<MimeMessage> arrived = Arrays.asList(server.getReceivedMessages());
        assertThat(arrived.stream().map(MailIT::identity))
                .containsExactlyInAnyOrderElementsOf(waiting.stream()
                        .map(mail -> "<" + mail.id() + "@vendor.example>")
                        .toList());
        for (TestTenant tenant : List.of(first, second)) {
            List<String> oldestFirst = notices(tenant).stream()
                    .sorted(Comparator.comparing(Notice::createdAt))
                    .map(mail -> "<" + mail.id() + "@vendor.example>")
                    .toList();
            assertThat(arrived.stream().map(MailIT::identity).filter(oldestFirst::contains))
                    .containsExactlyElementsOf(oldestFirst);
        }
    }

    @Test
    void one_that_fails_for_longer_than_an_hour_holds_back_no_other() throws Exception {
        TestTenant tenant = fill(2);
        UUID oldest = notices(tenant).get(1).id();
        List<Integer> pauses = List.of(0, 30, 60, 120, 240, 480, 960, 1710);
        for (int attempt = 1; attempt <= 8; attempt++) {
            desk.clock().pass(Duration.ofSeconds(pauses.get(attempt - 1)));
            send();
            assertThat(outbox.due(10).isEmpty()).isEqualTo(attempt < 8);
        }
        server.start();
        send();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(identity(server.getReceivedMessages()[0])).doesNotContain(oldest.toString());
    }

    @Test
    void one_that_cannot_be_read_keeps_no_other_waiting_and_is_looked_at_again() throws Exception {
        TestTenant tenant = fill(1);
        UUID unreadable = notices(tenant).get(0).id();
        TestTenant other = fill(1);
        setKind(unreadable, "OF_A_LATER_VERSION");
        server.start();

        send();

        assertThat(notices(other)).extracting(Notice::state).containsExactly(NoticeState.SENT);
        assertThat(server.getReceivedMessages()).hasSize(1);
        setKind(unreadable, "LEVEL_REACHED");
        send();
        assertThat(server.getReceivedMessages()).hasSize(1);
        desk.clock().pass(Duration.ofMinutes(5));
        send();
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    private void setKind(UUID mail, String kind) {
        desk.run(() -> desk.entities()
                .createNativeQuery("update mail set kind = ?1 where id = ?2")
                .setParameter(1, kind)
                .setParameter(2, mail)
                .executeUpdate());
    }

    @Test
    void a_mail_is_given_up_after_three_days() {
        TestTenant tenant = fill(1);
        desk.clock().pass(Duration.ofDays(3).minusSeconds(1));
        send();
        assertThat(notices(tenant)).extracting(Notice::state).containsExactly(NoticeState.WAITING);
        desk.clock().pass(Duration.ofHours(1));
        send();
        assertThat(notices(tenant)).extracting(Notice::state).containsExactly(NoticeState.PARKED);
        assertThat(notices(tenant))
                .extracting(Notice::parkedBecause)
                .containsExactly(Optional.of(ParkedReason.NOT_TAKEN));
    }

    @Test
    void two_nodes_at_once_send_each_mail_once() throws Exception {
        fill(10);
        fill(10);
        server.start();
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> done = Stream.generate(() -> nodes.submit(() -> send()))
                    .limit(3)
                    .<Future<?>>map(future -> future)
                    .toList();
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(server.getReceivedMessages()).hasSize(6);
    }

    @Test
    void an_address_that_mail_does_not_know_holds_nothing_up() {
        TestTenant tenant = fill(1);
        desk.run(() -> desk.entities()
                .createNativeQuery("update user_account set email = 'a,b@c' where tenant_id = ?1")
                .setParameter(1, tenant.id().value())
                .executeUpdate());
        TestTenant other = fill(1);
        server.start();
        send();

        assertThat(notices(tenant))
                .extracting(Notice::parkedBecause)
                .containsExactly(Optional.of(ParkedReason.NO_ADDRESS));
        assertThat(notices(other)).extracting(Notice::state).containsExactly(NoticeState.SENT);
    }

    @Test
    void the_mail_server_is_read_from_the_settings() {
        Map<String, String> set = new HashMap<>(Map.of(
                "LICENCE_DB_URL", "jdbc:mariadb://db.example/licence",
                "LICENCE_DB_USER", "desk",
                "LICENCE_DB_PASSWORD", "not-a-real-one"));
        assertThat(MailServer.configured(Settings.of(set))).isEmpty();
        set.put("LICENCE_SMTP_HOST", "mail.example");
        set.put("LICENCE_SMTP_FROM", "a@b.example");
        MailServer server = MailServer.configured(Settings.of(set)).orElseThrow();

        assertThat(server.port()).isEqualTo(587);
        assertThat(server.properties(MailServer.CONVERSATION))
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.auth", "false");
        assertThat(new MailServer.User("desk", "not-shown").toString()).doesNotContain("not-shown");
    }

    /** A tenant of so many seats, all of them occupied. */
    private static TestTenant fill(int seats) {
        TestTenant tenant = TestTenant.of(seats);
        for (int i = 1; i < seats; i++) {
            tenant.add(TestTenant.person("user" + i, Role.STANDARD, UserStatus.ACTIVE));
        }
        return tenant;
    }

    private List<Notice> notices(TestTenant tenant) {
        return desk.bean(Notices.class)
                .list(tenant.id(), PageRequest.first(100), tenant.admin())
                .items();
    }

    private void send() {
        outbox.send(() -> true);
    }

    /** Lets the time pass in which a node looks every half minute. */
    private void pass(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(30)) {
            send();
            desk.clock().pass(Duration.ofSeconds(30));
        }
    }

    private static String identity(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
