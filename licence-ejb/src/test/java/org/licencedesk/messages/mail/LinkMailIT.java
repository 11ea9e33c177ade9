package org.licencedesk.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.launcher.Ports;
import org.licencedesk.people.access.ClientAddress;
import org.licencedesk.people.access.ForgottenPassword;
import org.licencedesk.people.access.LinkEnd;
import org.licencedesk.people.access.SignInLinks;
import org.licencedesk.people.access.TooManyAttempts;
import org.licencedesk.people.access.TypedName;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.tenant.Tenants;

/** Mails that bring one-time links. */
class LinkMailIT {

    private static final Pattern LINK = Pattern.compile("https://desk.example/licences/password\\?token=(\\S+)");

    private final Desk desk = Desk.open();
    private final SignInLinks links = desk.bean(SignInLinks.class);
    private final ForgottenPassword forgotten = desk.bean(ForgottenPassword.class);
    private final MailOutbox outbox = desk.bean(MailOutbox.class);
    private final Instant begin = desk.clock().now();
    private final int port = Ports.free();
    private final Map<String, String> settings = Map.of(
            "licence.smtp.host", "127.0.0.1",
            "licence.smtp.port", Integer.toString(port),
            "licence.smtp.tls", "none",
            "licence.smtp.from", "desk@vendor.example",
            "licence.public.url", "https://desk.example/licences");
    private final GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void configure() {
        desk.run(() -> desk.entities().createNativeQuery("delete from mail").executeUpdate());
        settings.forEach(System::setProperty);
        server.start();
    }

    @AfterEach
    void forget() {
        settings.keySet().forEach(System::clearProperty);
        desk.clock().set(begin);
        server.stop();
    }

    @Test
    void the_link_is_made_when_the_mail_is_sent_and_leads_to_the_configured_address() throws Exception {
        TestTenant tenant = TestTenant.of(5);
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.ACTIVE));
        Secret earlier = links.issue(tenant.id(), user.id(), tenant.admin());
        links.mail(tenant.id(), user.id(), tenant.admin());
        assertThat(links.state(earlier).end()).isEmpty();

        outbox.send(() -> true);

        assertThat(links.state(earlier).end()).contains(LinkEnd.REPLACED);
        assertThat(server.getReceivedMessages()).hasSize(1);
        Matcher found =
                LINK.matcher(server.getReceivedMessages()[0].getContent().toString());
        assertThat(found.find()).isTrue();
        assertThat(links.state(new Secret(found.group(1))).end()).isEmpty();
        assertThat(notices(tenant)).singleElement().satisfies(kept -> {
            assertThat(kept.state()).isEqualTo(NoticeState.SENT);
            assertThat(kept.text()).contains("(***)").doesNotContain(found.group(1));
        });
    }

    @Test // R21
    void who_can_no_longer_sign_in_when_it_is_sent_gets_none() {
        TestTenant tenant = TestTenant.of(5);
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.ACTIVE));
        links.mail(tenant.id(), user.id(), tenant.admin());
        tenant.change(user.id(), UserStatus.LOCKED, Optional.empty());

        outbox.send(() -> true);

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(notices(tenant))
                .extracting(Notice::parkedBecause)
                .containsExactly(Optional.of(ParkedReason.NO_LINK));
    }

    @Test // R21
    void a_forgotten_password_brings_a_mail_to_those_alone_who_are_there_and_can_sign_in() {
        TestTenant tenant = TestTenant.of(5);
        tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.ACTIVE));
        tenant.add(TestTenant.person("ben", Role.STANDARD, UserStatus.LOCKED));
        Optional<String> system = Optional.of(desk.commit(
                () -> desk.bean(Tenants.class).get(tenant.id()).profile().slug().text()));

        forgotten.ask(new TypedName(system, "nobody"), at("192.0.2.1"), Locale.ENGLISH);
        forgotten.ask(new TypedName(system, "ben"), at("192.0.2.1"), Locale.ENGLISH);
        assertThat(notices(tenant)).isEmpty();

        forgotten.ask(new TypedName(system, "ADA"), at("192.0.2.1"), Locale.ENGLISH);
        assertThat(notices(tenant)).extracting(Notice::kind).containsExactly(NoticeKind.PASSWORD_FORGOTTEN);
        forgotten.ask(new TypedName(system, "ada"), at("192.0.2.2"), Locale.ENGLISH);
        forgotten.ask(new TypedName(system, "ada"), at("192.0.2.3"), Locale.ENGLISH);
        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> forgotten.ask(new TypedName(system, "ada"), at("192.0.2.4"), Locale.ENGLISH))
                .satisfies(refused -> assertThat(refused.retryAfter()).isBetween(1L, 600L));
    }

    @Test
    void a_mailbox_gets_as_many_however_its_owner_is_named() {
        TestTenant tenant = TestTenant.of(5);
        String name = "ada-" + tenant.id().value();
        tenant.add(TestTenant.person(name, Role.STANDARD, UserStatus.ACTIVE));
        String slug = desk.commit(
                () -> desk.bean(Tenants.class).get(tenant.id()).profile().slug().text());

        for (int i = 0; i < 3; i++) {
            forgotten.ask(TypedName.of(slug, name), at("192.0.2.5"), Locale.ENGLISH);
            forgotten.ask(TypedName.of("", name), at("192.0.2.5"), Locale.ENGLISH);
        }

        assertThat(notices(tenant)).hasSize(3);
    }

    @Test
    void an_address_that_asks_too_often_is_refused_before_the_database_is_asked() {
        for (int i = 0; i < 20; i++) {
            forgotten.ask(TypedName.of("", "nobody-" + i), at("192.0.2.6"), Locale.ENGLISH);
        }

        assertThat(desk.statementsOf(() -> assertThatExceptionOfType(TooManyAttempts.class)
                        .isThrownBy(
                                () -> forgotten.ask(TypedName.of("", "somebody"), at("192.0.2.6"), Locale.ENGLISH))))
                .isEmpty();
    }

    @Test
    void without_an_address_to_lead_to_nothing_is_written() {
        System.clearProperty("licence.public.url");
        TestTenant tenant = TestTenant.of(5);
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.ACTIVE));

        links.mail(tenant.id(), user.id(), tenant.admin());

        assertThat(desk.bean(Notices.class).bringLinks()).isFalse();
        assertThat(notices(tenant)).isEmpty();
    }

    private List<Notice> notices(TestTenant tenant) {
        return desk.bean(Notices.class).list(tenant.id(), PageRequest.first(100), tenant.admin()).items().stream()
                .filter(notice -> notice.kind().bringsLink())
                .toList();
    }

    private static ClientAddress at(String address) {
        return ClientAddress.parse(address).orElseThrow();
    }
}
