package org.licencedesk.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.messages.mail.NoticeText.Reader;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.change.SeatReceipt;
import org.licencedesk.seats.directory.User;

/** Which mails are written, when, and to whom. */
class NoticeIT {
    private final Desk desk = Desk.open();
    private final Notices notices = desk.bean(Notices.class);

    @Test // R10
    void the_account_manager_is_told_of_each_increase_in_the_commit_of_the_increase() {
        TestTenant tenant = TestTenant.of(1);
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.INACTIVE));
        int before = mails(tenant).size();
        Quote quote = refused(tenant, user);
        Optional<Consent> consent = Optional.of(consent(quote));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> desk.run(() -> {
                    SeatReceipt done = tenant.changing(
                                    user.id(), UserStatus.ACTIVE, consent, Optional.empty(), tenant.admin())
                            .get();
                    throw new IllegalStateException("killed before the commit of " + done);
                }));
        assertThat(mails(tenant)).hasSize(before);

        tenant.change(user.id(), UserStatus.ACTIVE, consent);

        List<Notice> raised = ofKind(tenant, NoticeKind.ALLOWANCE_RAISED);
        assertThat(raised).hasSize(1);
        Notice mail = raised.get(0);
        assertThat(mail.subject()).isEqualTo("Test tenant: 2 licences, 1 more than before");
        assertThat(mail.text())
                .contains("from 1 to 2 licences", "£12.00 a month", "Confirmed by: A token", "Source: Web")
                .contains("version " + quote.terms().version())
                .contains("Next invoice, " + NoticeText.day(quote.nextInvoice().date(), Locale.ENGLISH));
        assertThat(mail.recipient()).contains("account-manager@not-configured.invalid");
        assertThat(mail.state()).isEqualTo(NoticeState.PARKED);
    }

    @Test // R31
    void an_unknown_price_is_said_to_be_not_set() {
        TestTenant tenant = TestTenant.of(1, Optional.empty());
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.INACTIVE));
        tenant.change(user.id(), UserStatus.ACTIVE, Optional.of(consent(refused(tenant, user))));

        assertThat(ofKind(tenant, NoticeKind.ALLOWANCE_RAISED).get(0).text())
                .contains("The subscription rises by: no price set yet")
                .doesNotContain("0.00");
    }

    @Test
    void system_admins_are_told_once_at_each_level_and_once_that_there_is_room_again() {
        TestTenant tenant = TestTenant.of(10);
        tenant.add(TestTenant.person("second.admin", Role.SYSTEM_ADMIN, UserStatus.ACTIVE));
        tenant.add(TestTenant.person("locked.admin", Role.SYSTEM_ADMIN, UserStatus.LOCKED));
        List<User> users = IntStream.range(0, 7)
                .mapToObj(i -> tenant.add(TestTenant.person("user" + i, Role.STANDARD, UserStatus.INACTIVE)))
                .toList();
        users.subList(0, 4).forEach(user -> tenant.change(user.id(), UserStatus.ACTIVE, Optional.empty()));
        assertThat(mails(tenant)).isEmpty();

        for (int i = 4; i < 7; i++) {
            tenant.change(users.get(i).id(), UserStatus.ACTIVE, Optional.empty());
        }
        assertThat(subjects(tenant, "first.admin@example.org"))
                .containsExactly(
                        "Test tenant: 8 of 10 licences in use, 2 available",
                        "Test tenant: 9 of 10 licences in use, 1 available",
                        "Test tenant: 10 of 10 licences in use, none available");
        assertThat(subjects(tenant, "second.admin@example.org")).hasSize(3);
        assertThat(mails(tenant)).hasSize(6);

        for (int i = 0; i < 2; i++) {
            tenant.change(users.get(0).id(), UserStatus.INACTIVE, Optional.empty());
            tenant.change(users.get(0).id(), UserStatus.ACTIVE, Optional.empty());
        }
        assertThat(mails(tenant)).hasSize(6);

        users.subList(0, 4).forEach(user -> tenant.change(user.id(), UserStatus.ROOM, Optional.empty()));
        assertThat(subjects(tenant, "first.admin@example.org"))
                .hasSize(4)
                .last()
                .isEqualTo("Test tenant: 4 licences available again, 6 of 10 in use");
        tenant.change(users.get(0).id(), UserStatus.ACTIVE, Optional.empty());
        assertThat(mails(tenant)).hasSize(8);
        tenant.change(users.get(1).id(), UserStatus.ACTIVE, Optional.empty());
        assertThat(mails(tenant)).hasSize(10);
    }

    @Test // R37
    void a_correction_can_make_seats_scarce_too() {
        TestTenant tenant = TestTenant.of(10);
        tenant.correct(1);

        assertThat(subjects(tenant, "first.admin@example.org"))
                .containsExactly("Test tenant: 1 of 1 licence in use, none available");
        tenant.correct(0);
        tenant.correct(30);
        assertThat(subjects(tenant, "first.admin@example.org"))
                .hasSize(2)
                .last()
                .isEqualTo("Test tenant: 29 licences available again, 1 of 30 in use");
    }

    @Test // R22
    void a_mail_to_somebody_who_was_deleted_names_nobody() {
        TestTenant tenant = TestTenant.of(2);
        User second = tenant.add(TestTenant.person("second.admin", Role.SYSTEM_ADMIN, UserStatus.ACTIVE));
        assertThat(subjects(tenant, "second.admin@example.org")).isNotEmpty();
        tenant.delete(second.id(), tenant.admin());

        assertThat(subjects(tenant, "second.admin@example.org")).isEmpty();
        assertThat(mails(tenant)).isNotEmpty().allSatisfy(mail -> assertThat(mail.text())
                .doesNotContain("second.admin"));
    }

    @Test // R3
    void the_list_is_paged_and_a_tenants_own() {
        TestTenant tenant = TestTenant.of(2);
        tenant.add(TestTenant.person("ada", Role.SYSTEM_ADMIN, UserStatus.ACTIVE));
        List<Notice> all = mails(tenant);
        assertThat(all).hasSizeGreaterThan(2);
        var first = notices.list(tenant.id(), PageRequest.first(2), tenant.admin());
        var rest = notices.list(tenant.id(), new PageRequest(first.next(), 100), tenant.admin());
        assertThat(first.items()).isEqualTo(all.subList(0, 2));
        assertThat(rest.items()).isEqualTo(all.subList(2, all.size()));
        assertThat(rest.next()).isEmpty();
        TestTenant other = TestTenant.of(2);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> notices.list(tenant.id(), PageRequest.first(1), other.admin()));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> notices.list(tenant.id(), new PageRequest(Optional.of("x"), 1), tenant.admin()));
    }

    @Test
    void mails_are_kept_for_ninety_days() {
        Instant begin = desk.clock().now();
        TestTenant tenant = TestTenant.of(1);
        MailOutbox outbox = desk.bean(MailOutbox.class);
        assertThat(mails(tenant)).hasSize(1);
        desk.clock().pass(Duration.ofDays(90));
        outbox.forgetOld();
        assertThat(mails(tenant)).hasSize(1);
        desk.clock().pass(Duration.ofSeconds(1));
        outbox.forgetOld();
        assertThat(mails(tenant)).isEmpty();
        desk.clock().set(begin);
    }

    @Test
    void every_text_is_there_in_both_languages() {
        for (NoticeKind kind : NoticeKind.values()) {
            for (Reader reader : Reader.values()) {
                Object[] facts = {"Fünf", 1000, 2000, 3000, 0, "a", "b", "c", "d", "e", "f", "g", "h"};
                if (kind == NoticeKind.LEVEL_REACHED || kind == NoticeKind.LEVEL_RESOLVED) {
                    facts[3] = "three";
                } else if (kind == NoticeKind.ALLOWANCE_RAISED) {
                    facts[4] = "four";
                }
                NoticeText english = NoticeText.of(kind, reader, Locale.ENGLISH, facts);
                NoticeText german = NoticeText.of(kind, reader, Locale.GERMAN, facts);
                assertThat(german.subject())
                        .isNotEqualTo(english.subject())
                        .contains("Fünf")
                        .doesNotContain("{");
                assertThat(german.text()).isNotEqualTo(english.text()).doesNotContain("{");
                assertThat(english.text()).contains("Fünf").doesNotContain("{", "\n\n\n");
            }
        }
        assertThat(NoticeText.of(
                                NoticeKind.LEVEL_REACHED, Reader.ADMIN, Locale.GERMAN, "A", 2000, 1800, "200 frei", 200)
                        .subject())
                .isEqualTo("A: 1.800 von 2.000 Lizenzen belegt, 200 frei");
    }

    private List<Notice> mails(TestTenant tenant) {
        return notices.list(tenant.id(), PageRequest.first(100), tenant.admin()).items();
    }

    private List<Notice> ofKind(TestTenant tenant, NoticeKind kind) {
        return mails(tenant).stream().filter(mail -> mail.kind() == kind).toList();
    }

    /** Of the mails to the address, oldest first. */
    private List<String> subjects(TestTenant tenant, String address) {
        return mails(tenant).stream()
                .filter(mail -> mail.recipient().equals(Optional.of(address)))
                .sorted(Comparator.comparing(Notice::id))
                .map(Notice::subject)
                .toList();
    }

    private Quote refused(TestTenant tenant, User user) {
        try {
            tenant.change(user.id(), UserStatus.ACTIVE, Optional.empty());
        } catch (IncreaseNotConfirmed e) {
            return (Quote) Objects.requireNonNull(e.facts().get("quote"));
        }
        throw new AssertionError("needs no increase");
    }

    private static Consent consent(Quote quote) {
        return new Consent(quote, true);
    }
}
