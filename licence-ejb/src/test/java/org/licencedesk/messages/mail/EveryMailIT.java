package org.licencedesk.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.harness.ClockAt;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.launcher.Ports;
import org.licencedesk.messages.webhook.WebhookGone;
import org.licencedesk.people.access.ClientAddress;
import org.licencedesk.people.access.ForgottenPassword;
import org.licencedesk.people.access.SignInLinks;
import org.licencedesk.people.access.TypedName;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.RaiseAllowance;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.request.DecideRequest;
import org.licencedesk.seats.request.DecideRequest.Decision;
import org.licencedesk.seats.request.ProposeReduction;
import org.licencedesk.seats.request.ReductionDecision;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.ReductionRequesting;
import org.licencedesk.seats.request.RequestReduction;
import org.licencedesk.seats.tenant.Tenants;

/** Every kind of mail as it arrives: for people, in their language, with a way to where something can be done. */
@ClockAt("2026-03-10T09:00:00Z")
class EveryMailIT {

    private static final String SITE = "https://desk.example/licences/";

    private static final String MANAGER = "morgan@vendor.example";

    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile(
            "[A-Z]{2,}_[A-Z]+|\\b(user|token|manager):|\\d{4}-\\d\\d-\\d\\d|[{}\\u0001]|\\bnull\\b|over by 0|um 0\\b"
                    + "|[0-9a-f]{8}-[0-9a-f]{4}-|\\b0 available|\\n\\n\\n");

    private final Desk desk = Desk.open();
    private final int port = Ports.free();
    private final GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "licence.smtp.host", "127.0.0.1",
            "licence.smtp.port", Integer.toString(port),
            "licence.smtp.tls", "none",
            "licence.smtp.from", "desk@vendor.example",
            "licence.public.url", SITE));

    /** A mail as it arrived. */
    private record Mail(NoticeKind kind, String to, String subject, String text) {}

    @BeforeEach
    void begin() {
        desk.run(() -> desk.entities().createNativeQuery("delete from mail").executeUpdate());
        settings.forEach(System::setProperty);
        server.start();
    }

    @AfterEach
    void end() {
        System.clearProperty("licence.language");
        settings.keySet().forEach(System::clearProperty);
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void every_mail_is_for_people_and_leads_to_where_something_can_be_done(String language) throws Exception {
        System.setProperty("licence.language", language);

        List<Mail> mails = everyMail();

        assertThat(mails).extracting(Mail::kind).containsAll(EnumSet.allOf(NoticeKind.class));
        for (Mail mail : mails) {
            String words = mail.subject() + "\n" + mail.text().replaceAll("https://\\S+", "(link)");
            assertThat(words).as("%s to %s", mail.kind(), mail.to()).doesNotContainPattern(NOT_FOR_PEOPLE);
            assertThat(mail.text()).as("%s to %s", mail.kind(), mail.to()).containsOnlyOnce(SITE);
            assertThat(linkIn(mail)).startsWith(page(mail));
            if (mail.to().equals(MANAGER)) {
                assertThat(words).doesNotContainIgnoringCase("your account manager", "Ihr Account", "Ihrem Account");
            }
        }
    }

    @Test // R10, R31
    void in_english() throws Exception {
        List<Mail> mails = everyMail();

        assertThat(text(mails, NoticeKind.ALLOWANCE_RAISED, MANAGER))
                .startsWith("""
                        Test tenant has raised its allowance from 10 to 11 licences.

                        Confirmed by: \u2068FIRST.ADMIN\u2069
                        Source: Web
                        The subscription rises by: £12.00 a month
                        Pro-rata charge, 10 March 2026 to 31 March 2026 (on next invoice): £8.52
                        Next invoice, 1 April 2026: £""")
                .contains("\n\nOpen it in Licence Desk:\nhttps://desk.example/licences/systems/");
        assertThat(texts(mails, NoticeKind.LEVEL_REACHED, "first.admin@example.org"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith(
                                "5 of 5 licences of Test tenant are in use, none available.\n\nAdding or activating"));
        assertThat(text(mails, NoticeKind.REQUEST_OPEN, MANAGER))
                .contains("from 10 to 8 licences from 1 April 2026 on", "Requested by: \u2068FIRST.ADMIN\u2069")
                .contains("Reason: Two sites closed");
        assertThat(text(mails, NoticeKind.REQUEST_COUNTERED, "first.admin@example.org"))
                .startsWith("Morgan Vale, the account manager of Test tenant, offers something else")
                .contains("\n\nMessage from Morgan Vale: As agreed by phone\n\nOpen it in");
        assertThat(text(mails, NoticeKind.REQUEST_DECLINED, MANAGER))
                .contains("has declined your offer", "Declined by: \u2068FIRST.ADMIN\u2069")
                .doesNotContain("Message from");
        assertThat(subjects(mails, NoticeKind.LEVEL_RESOLVED))
                .containsExactly("Test tenant: 4 licences available again, 1 of 5 in use");
    }

    @Test // R10, R31
    void in_german() throws Exception {
        System.setProperty("licence.language", "de");
        List<Mail> mails = everyMail();

        assertThat(text(mails, NoticeKind.ALLOWANCE_RAISED, MANAGER))
                .startsWith("""
                        Test tenant hat sein Kontingent von 10 auf 11 Lizenzen erhöht.

                        Bestätigt von: \u2068FIRST.ADMIN\u2069
                        Quelle: Web
                        Das Abonnement steigt um: 12,00\u00a0£ im Monat
                        Anteilige Gebühr, 10. März 2026 bis 31. März 2026 (auf der nächsten Rechnung): 8,52\u00a0£
                        """)
                .contains("\n\nIn Licence Desk öffnen:\nhttps://desk.example/licences/systems/");
        assertThat(texts(mails, NoticeKind.LEVEL_REACHED, "first.admin@example.org"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("5 von 5 Lizenzen von Test tenant sind belegt, keine frei.\n\nVor jedem Anlegen"));
        assertThat(text(mails, NoticeKind.REQUEST_ACCEPTED, "first.admin@example.org"))
                .startsWith("Morgan Vale, Account Manager von Test tenant, hat der Reduzierung von 10 auf 8 Lizenzen"
                        + " am 1. April 2026 zugestimmt.")
                .contains("Mitteilung von Morgan Vale: As agreed by phone");
    }

    @Test // R31
    void to_the_account_manager_a_price_that_is_not_known_is_not_set() throws Exception {
        TestTenant tenant = tenant(1, Optional.empty());
        raise(tenant, 2);

        assertThat(text(arrived(tenant), NoticeKind.ALLOWANCE_RAISED, MANAGER))
                .contains("The subscription rises by: no price set yet", "on next invoice): no price set yet")
                .doesNotContain("account manager", "0.00");
    }

    @Test // R37
    void an_overhang_is_named_where_there_is_one() throws Exception {
        TestTenant tenant = tenant(4, Optional.of("12.00"));
        tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.ACTIVE));
        desk.run(() -> desk.entities().createNativeQuery("delete from mail").executeUpdate());
        tenant.correct(1);

        assertThat(subjects(arrived(tenant), NoticeKind.LEVEL_REACHED))
                .containsExactly("Test tenant: 2 of 1 licence in use, over by 1");
    }

    @Test // R22
    void whoever_was_erased_is_named_in_no_mail_any_more() {
        TestTenant tenant = tenant(1, Optional.of("12.00"));
        raise(tenant, 2);
        User second = tenant.add(TestTenant.person("second", Role.SYSTEM_ADMIN, UserStatus.ACTIVE));
        raise(tenant, 3, Actor.user(tenant.id(), second.id(), Role.SYSTEM_ADMIN));
        assertThat(kept(tenant)).anySatisfy(mail -> assertThat(mail.text()).contains("SECOND"));

        tenant.delete(second.id(), tenant.admin());
        desk.run(() -> desk.bean(org.licencedesk.seats.change.UserRemoval.class)
                .erase(tenant.id(), second.id(), tenant.admin()));

        assertThat(kept(tenant))
                .allSatisfy(mail -> assertThat(mail.text()).doesNotContain("SECOND"))
                .anySatisfy(mail -> assertThat(mail.text()).contains("Confirmed by: Erased user"));
        assertThat(desk.rows(
                        "select text from mail where tenant_id = ?1",
                        tenant.id().value()))
                .allSatisfy(text -> assertThat(text.toString()).doesNotContainIgnoringCase("second", "first.admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void who_forgot_the_password_reads_the_language_of_the_page(String page) throws Exception {
        System.setProperty("licence.language", page.equals("en") ? "de" : "en");
        TestTenant tenant = tenant(3, Optional.of("12.00"));
        forget(tenant, Locale.forLanguageTag(page));

        assertThat(subjects(arrived(tenant), NoticeKind.PASSWORD_FORGOTTEN))
                .containsExactly(
                        page.equals("en")
                                ? "Test tenant: set a new password"
                                : "Test tenant: neues Passwort festlegen");
    }

    @Test
    void without_a_public_address_no_mail_has_a_link() {
        System.clearProperty("licence.public.url");
        TestTenant tenant = tenant(1, Optional.of("12.00"));
        raise(tenant, 2);

        assertThat(kept(tenant)).isNotEmpty().allSatisfy(mail -> assertThat(mail.text())
                .doesNotContain("http", "Open it")
                .endsWith("\n"));
    }

    /** One of each kind at least; of those that go to both sides, both. */
    private List<Mail> everyMail() throws Exception {
        List<TestTenant> tenants = new ArrayList<>();
        TestTenant filling = tenant(5, Optional.of("12.00"));
        tenants.add(filling);
        List<User> users = Stream.of("ada", "ben", "cleo", "dan")
                .map(name -> filling.add(TestTenant.person(name, Role.STANDARD, UserStatus.ACTIVE)))
                .toList();
        users.forEach(user -> filling.change(user.id(), UserStatus.INACTIVE, Optional.empty()));
        fire(new WebhookGone(
                filling.id(), "https://receiver.example/secret", desk.clock().now()));
        forget(filling, Locale.forLanguageTag(NoticeText.configuredLanguage().getLanguage()));
        desk.bean(SignInLinks.class).mail(filling.id(), filling.firstAdmin().id(), filling.admin());

        TestTenant raised = tenant(10, Optional.of("12.00"));
        tenants.add(raised);
        decide(ask(raised), Decision.ACCEPT, Optional.empty());
        raise(raised, 11);

        TestTenant declined = tenant(10, Optional.of("12.00"));
        tenants.add(declined);
        decide(ask(declined), Decision.DECLINE, Optional.empty());
        answer(decide(ask(declined), Decision.COUNTER, Optional.of(9)), false);
        ReductionRequest withdrawn = ask(declined);
        desk.commit(
                () -> desk.bean(ReductionRequesting.class).withdraw(declined.id(), withdrawn.id(), admin(declined)));

        TestTenant proposed = tenant(10, Optional.of("12.00"));
        tenants.add(proposed);
        propose(proposed, 8);

        TestTenant applied = tenant(10, Optional.of("12.00"));
        TestTenant kept = tenant(10, Optional.of("12.00"));
        tenants.addAll(List.of(applied, kept));
        answer(decide(ask(applied), Decision.COUNTER, Optional.of(9)), true);
        decide(ask(kept), Decision.ACCEPT, Optional.empty());
        for (int i = 0; i < 8; i++) {
            kept.add(TestTenant.person("user" + i, Role.STANDARD, UserStatus.ACTIVE));
        }
        desk.clock().set(Instant.parse("2026-04-01T00:00:01Z"));
        for (TestTenant due : List.of(applied, kept)) {
            due.add(TestTenant.person("later", Role.STANDARD, UserStatus.INACTIVE));
        }
        return arrived(tenants.toArray(TestTenant[]::new));
    }

    private List<Mail> arrived(TestTenant... tenants) throws Exception {
        MailOutbox outbox = desk.bean(MailOutbox.class);
        outbox.send(() -> true);
        Map<String, Notice> kept = new HashMap<>();
        for (TestTenant tenant : tenants) {
            kept(tenant).forEach(mail -> kept.put(mail.id().toString(), mail));
        }
        List<Mail> mails = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            Optional.ofNullable(kept.get(mail.getMessageID().replaceAll("<|@.*", "")))
                    .ifPresent(notice -> mails.add(read(notice.kind(), mail)));
        }
        return mails;
    }

    private static Mail read(NoticeKind kind, MimeMessage mail) {
        try {
            return new Mail(
                    kind,
                    mail.getRecipients(RecipientType.TO)[0].toString(),
                    mail.getSubject(),
                    mail.getContent().toString().replace("\r\n", "\n"));
        } catch (java.io.IOException | jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private List<Notice> kept(TestTenant tenant) {
        return desk.bean(Notices.class)
                .list(tenant.id(), PageRequest.first(100), tenant.admin())
                .items();
    }

    private static String page(Mail mail) {
        if (mail.to().equals(MANAGER)) {
            return SITE + "systems/tenant-";
        }
        return switch (mail.kind()) {
            case LEVEL_REACHED, LEVEL_RESOLVED -> SITE + "users";
            case WEBHOOK_STOPPED -> SITE + "account";
            case PASSWORD_FORGOTTEN, SIGN_IN_LINK -> SITE + "password?token=";
            default -> SITE + "requests/";
        };
    }

    private static String linkIn(Mail mail) {
        return mail.text().replaceAll("(?s).*(https://\\S+).*", "$1");
    }

    private static String text(List<Mail> mails, NoticeKind kind, String to) {
        return mails.stream()
                .filter(mail -> mail.kind() == kind && mail.to().equals(to))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .text();
    }

    private static List<String> texts(List<Mail> mails, NoticeKind kind, String to) {
        return mails.stream()
                .filter(mail -> mail.kind() == kind && mail.to().equals(to))
                .map(Mail::text)
                .toList();
    }

    private static List<String> subjects(List<Mail> mails, NoticeKind kind) {
        return mails.stream()
                .filter(mail -> mail.kind() == kind)
                .map(Mail::subject)
                .toList();
    }

    private TestTenant tenant(int seats, Optional<String> price) {
        TestTenant tenant = TestTenant.of(seats, price, Optional.of(LocalDate.parse("2026-04-01")), ZoneId.of("UTC"));
        desk.run(() -> desk.entities()
                .createNativeQuery("update tenant set contact_name = 'Morgan Vale', contact_email = ?1,"
                        + " contact_phone = '1' where id = ?2")
                .setParameter(1, MANAGER)
                .setParameter(2, tenant.id().value())
                .executeUpdate());
        return tenant;
    }

    private static Actor admin(TestTenant tenant) {
        return Actor.user(tenant.id(), tenant.firstAdmin().id(), Role.SYSTEM_ADMIN);
    }

    private void raise(TestTenant tenant, int maximum) {
        raise(tenant, maximum, admin(tenant));
    }

    private void raise(TestTenant tenant, int maximum, Actor actor) {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        Quote quote = desk.commit(() -> adjustment.quote(tenant.id(), maximum, actor));
        desk.commit(() -> adjustment.raise(new RaiseAllowance(
                tenant.id(), maximum, Optional.of(new Consent(quote, true)), Expected.anything(), actor, Door.UI)));
    }

    private ReductionRequest ask(TestTenant tenant) {
        RequestReduction command = new RequestReduction(
                tenant.id(), 8, Optional.empty(), new Reason("Two sites closed"), List.of(), admin(tenant));
        return desk.commit(() -> desk.bean(ReductionRequesting.class).request(command));
    }

    private void propose(TestTenant tenant, int maximum) {
        ProposeReduction command = new ProposeReduction(
                tenant.id(),
                maximum,
                Optional.empty(),
                new Reason("Two sites closed"),
                Actor.manager(ManagerId.create()));
        desk.commit(() -> desk.bean(ReductionDecision.class).propose(command));
    }

    private ReductionRequest decide(ReductionRequest request, Decision decision, Optional<Integer> maximum) {
        DecideRequest command = new DecideRequest(
                request.tenant(),
                request.id(),
                decision,
                maximum,
                Optional.empty(),
                Optional.of("As agreed by phone"),
                Actor.manager(ManagerId.create()));
        return desk.commit(() -> desk.bean(ReductionDecision.class).decide(command));
    }

    private void answer(ReductionRequest request, boolean accepts) {
        Actor admin = Actor.user(
                request.tenant(),
                desk.commit(() -> desk.bean(org.licencedesk.seats.directory.UserAccounts.class)
                        .activeAdmins(request.tenant(), 1)
                        .get(0)
                        .id()),
                Role.SYSTEM_ADMIN);
        desk.commit(() -> desk.bean(ReductionRequesting.class).answer(request.tenant(), request.id(), accepts, admin));
    }

    private void forget(TestTenant tenant, Locale language) {
        String slug = desk.commit(
                () -> desk.bean(Tenants.class).get(tenant.id()).profile().slug().text());
        desk.bean(ForgottenPassword.class)
                .ask(
                        TypedName.of(slug, "first.admin"),
                        ClientAddress.parse("192.0.2.77").orElseThrow(),
                        language);
    }

    private void fire(Object event) {
        desk.run(() -> CDI.current().getBeanManager().getEvent().fire(event));
    }
}
