package org.licencedesk.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.access.SignInLinks;
import org.licencedesk.platform.Settings;
import org.licencedesk.seats.directory.User;

/** R44: mail goes to the address that was typed, or nowhere. */
class MailAddressIT {

    private final Desk desk = Desk.open();
    private final SignInLinks links = desk.bean(SignInLinks.class);
    private final MailOutbox outbox = desk.bean(MailOutbox.class);
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void forget_what_others_left() {
        desk.run(() -> desk.entities().createNativeQuery("delete from mail").executeUpdate());
    }

    @AfterEach
    void clear() {
        settings.keySet().forEach(System::clearProperty);
    }

    @Test // R44
    void a_server_without_smtputf8_is_never_told_an_address_beyond_ascii() throws Exception {
        try (SmtpStub server = server(false, "desk@vendor.example")) {
            TestTenant tenant = TestTenant.of(5);
            User user = person(tenant, "šda@b.example");
            Secret earlier = links.issue(tenant.id(), user.id(), tenant.admin());
            links.mail(tenant.id(), user.id(), tenant.admin());

            outbox.send(() -> true);

            assertThat(server.recipients()).isEmpty();
            assertThat(server.lines()).noneMatch(line -> line.startsWith("MAIL FROM"));
            assertThat(link(tenant).state()).isEqualTo(NoticeState.PARKED);
            assertThat(link(tenant).parkedBecause()).contains(ParkedReason.NEEDS_SMTPUTF8);
            assertThat(links.state(earlier).end()).as("what was handed over").isEmpty();
        }
    }

    @Test // R44
    void a_server_with_smtputf8_gets_it_as_typed() throws Exception {
        try (SmtpStub server = server(true, "desk@vendor.example")) {
            TestTenant tenant = TestTenant.of(5);
            User user = person(tenant, "šda@Bücher.example");
            links.mail(tenant.id(), user.id(), tenant.admin());

            outbox.send(() -> true);

            assertThat(server.recipients()).containsExactly("RCPT TO:<šda@xn--bcher-kva.example>");
            assertThat(server.lines())
                    .contains("To: šda@xn--bcher-kva.example")
                    .anyMatch(line -> line.startsWith("MAIL FROM:<desk@vendor.example>") && line.endsWith(" SMTPUTF8"));
            assertThat(link(tenant).state()).isEqualTo(NoticeState.SENT);
        }
    }

    @ParameterizedTest // R44
    @CsvSource({
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@faß.example, ada@xn--fa-hia.example",
        "Ada.L@Demo.Example, Ada.L@demo.example"
    })
    void a_domain_goes_out_in_ascii_to_any_server(String typed, String onTheWire) throws Exception {
        try (SmtpStub server = server(false, "desk@bücher.example")) {
            TestTenant tenant = TestTenant.of(5);
            links.mail(tenant.id(), person(tenant, typed).id(), tenant.admin());

            outbox.send(() -> true);

            assertThat(server.recipients()).containsExactly("RCPT TO:<" + onTheWire + ">");
            assertThat(server.lines())
                    .contains("To: " + onTheWire, "From: desk@xn--bcher-kva.example")
                    .anyMatch(line -> line.startsWith("MAIL FROM:<desk@xn--bcher-kva.example>"))
                    .anyMatch(line -> line.startsWith("Message-ID: <") && line.endsWith("@xn--bcher-kva.example>"));
            assertThat(link(tenant).state()).isEqualTo(NoticeState.SENT);
        }
    }

    @Test // R44
    void a_sender_beyond_ascii_needs_it_as_well() throws Exception {
        try (SmtpStub server = server(false, "grüße@vendor.example")) {
            TestTenant tenant = TestTenant.of(5);
            links.mail(tenant.id(), person(tenant, "ada@b.example").id(), tenant.admin());

            outbox.send(() -> true);

            assertThat(server.recipients()).isEmpty();
            assertThat(link(tenant).parkedBecause()).contains(ParkedReason.NEEDS_SMTPUTF8);
        }
    }

    @ParameterizedTest // R44
    @ValueSource(
            strings = {"a@b..example", "<a@b.example>", ".@.", "a\r\nRCPT TO:<b@c.example>@d", "a b@c.example", "a,b@c"
            })
    void what_was_stored_before_the_form_was_checked_is_read_and_goes_nowhere(String stored) throws Exception {
        try (SmtpStub server = server(true, "desk@vendor.example")) {
            TestTenant tenant = TestTenant.of(5);
            User user = person(tenant, "ada@b.example");
            Secret earlier = links.issue(tenant.id(), user.id(), tenant.admin());
            desk.run(() -> desk.entities()
                    .createNativeQuery("update user_account set email = ?1 where id = ?2")
                    .setParameter(1, stored)
                    .setParameter(2, user.id().value())
                    .executeUpdate());
            links.mail(tenant.id(), user.id(), tenant.admin());

            outbox.send(() -> true);

            assertThat(server.recipients()).isEmpty();
            assertThat(link(tenant).recipient()).contains(stored);
            assertThat(link(tenant).parkedBecause()).contains(ParkedReason.NO_ADDRESS);
            assertThat(links.state(earlier).end()).isEmpty();
        }
    }

    @ParameterizedTest // R44
    @CsvSource({"Größe, Subject: =?UTF-8?Q?Gr", "Acme, Subject: Acme Bcc:"})
    void a_subject_goes_out_encoded_and_in_one_header(String name, String header) throws Exception {
        try (SmtpStub server = server(false, "desk@vendor.example")) {
            TestTenant tenant = TestTenant.of(5);
            User user = person(tenant, "ada@b.example");
            desk.run(() -> desk.entities()
                    .createNativeQuery("update tenant set name = ?1 where id = ?2")
                    .setParameter(1, name + "\r\nBcc: b@c.example")
                    .setParameter(2, tenant.id().value())
                    .executeUpdate());
            links.mail(tenant.id(), user.id(), tenant.admin());

            outbox.send(() -> true);

            assertThat(server.recipients()).containsExactly("RCPT TO:<ada@b.example>");
            assertThat(server.lines())
                    .allMatch(line -> line.chars().allMatch(c -> c < 0x80))
                    .satisfies(lines -> assertThat(lines.subList(0, lines.indexOf("")))
                            .anyMatch(line -> line.startsWith(header))
                            .noneMatch(line -> line.startsWith("Bcc:")));
        }
    }

    @Test
    void settings_that_are_none_are_named() {
        for (String wrong : List.of("a@b..example", "<a@b.example>", "a@b@c")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> MailServer.configured(smtp("mail.example", wrong)))
                    .withMessageStartingWith("LICENCE_SMTP_FROM is ");
        }
        Settings read = smtp("faß.example", "desk@vendor.example");
        assertThat(MailServer.configured(read).orElseThrow().host()).isEqualTo("xn--fa-hia.example");
    }

    private static Settings smtp(String host, String from) {
        return Settings.of(Map.of(
                "LICENCE_DB_URL", "jdbc:mariadb://db.example/licence",
                "LICENCE_DB_USER", "desk",
                "LICENCE_DB_PASSWORD", "not-a-real-one",
                "LICENCE_SMTP_HOST", host,
                "LICENCE_SMTP_FROM", from));
    }

    private SmtpStub server(boolean smtpUtf8, String from) throws IOException {
        SmtpStub server = new SmtpStub(smtpUtf8);
        settings.putAll(Map.of(
                "licence.smtp.host", "127.0.0.1",
                "licence.smtp.port", Integer.toString(server.port()),
                "licence.smtp.tls", "none",
                "licence.smtp.from", from,
                "licence.public.url", "https://desk.example/licences"));
        settings.forEach(System::setProperty);
        return server;
    }

    private User person(TestTenant tenant, String email) {
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.ACTIVE));
        desk.run(() -> desk.entities()
                .createNativeQuery("update user_account set email = ?1 where id = ?2")
                .setParameter(1, email)
                .setParameter(2, user.id().value())
                .executeUpdate());
        return user;
    }

    private Notice link(TestTenant tenant) {
        return desk.bean(Notices.class).list(tenant.id(), PageRequest.first(100), tenant.admin()).items().stream()
                .filter(notice -> notice.kind().bringsLink())
                .findFirst()
                .orElseThrow();
    }
}
