package org.licencedesk.seats.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.harness.ClockAt;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.messages.mail.Notice;
import org.licencedesk.messages.mail.Notices;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.request.DecideRequest.Decision;

/** Both sides of a reduction are told by mail, in the commit of what they are told of. R30 */
@ClockAt(Asking.BEGIN)
class RequestNoticeIT {
    private static final String MANAGER = "account-manager@not-configured.invalid";
    private static final String ADMIN = "first.admin@example.org";

    private final Desk desk = Desk.open();

    record Case(String name, Consumer<Asking> story, List<String> mails) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> stories() {
        String asked = MANAGER + ": Test tenant: reduction from 10 to 8 licences requested, from 1 April 2026 on";
        String agreed = ": Test tenant: the reduction to 8 licences from 1 April 2026 on is agreed";
        String offered = ADMIN + ": Test tenant: a reduction to 9 licences from 1 April 2026 on is offered";
        String ended = ": Test tenant: the reduction to 8 licences on 1 April 2026 will not take place";
        String lowered = ": Test tenant: reduced to 8 licences from 1 April 2026 on, as agreed";
        String stayed = ": Test tenant: still 10 licences, the reduction to 8 was not applied";
        String raised = MANAGER + ": Test tenant: 11 licences, 1 more than before";
        return List.of(
                new Case("accepted", asking -> asking.agreed(8), List.of(asked, ADMIN + agreed)),
                new Case(
                        "declined",
                        asking -> asking.decide(asking.ask(8), Decision.DECLINE),
                        List.of(asked, ADMIN + ": Test tenant: the reduction to 8 licences is declined")),
                new Case(
                        "countered and accepted",
                        asking -> asking.answer(asking.counter(asking.ask(8), 9), true),
                        List.of(
                                asked,
                                offered,
                                MANAGER + ": Test tenant: the reduction to 9 licences from 1 April 2026 on is agreed")),
                new Case(
                        "countered and declined",
                        asking -> asking.answer(asking.counter(asking.ask(8), 9), false),
                        List.of(asked, offered, MANAGER + ": Test tenant: the reduction to 9 licences is declined")),
                new Case(
                        "withdrawn",
                        asking -> asking.withdraw(asking.ask(8)),
                        List.of(
                                asked,
                                MANAGER + ": Test tenant: the request for a reduction to 8 licences is withdrawn")),
                new Case(
                        "superseded",
                        asking -> {
                            asking.agreed(8);
                            asking.raise(asking.quote(11));
                        },
                        List.of(asked, ADMIN + agreed, raised, MANAGER + ended, ADMIN + ended)),
                new Case(
                        "applied",
                        asking -> {
                            asking.agreed(8);
                            asking.run("2026-04-01T00:00:00Z");
                            asking.run("2026-04-01T00:01:00Z");
                        },
                        List.of(asked, ADMIN + agreed, MANAGER + lowered, ADMIN + lowered)),
                new Case(
                        "not applied",
                        asking -> {
                            asking.agreed(8);
                            for (int i = 0; i < 5; i++) {
                                asking.user("more" + i);
                            }
                            asking.run("2026-04-01T00:00:00Z");
                        },
                        List.of(asked, ADMIN + agreed, MANAGER + stayed, ADMIN + stayed)));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void whoever_waits_for_it_is_told(Case one) {
        Asking asking = Asking.of(10, 4);

        one.story().accept(asking);

        assertThat(aboutIncreasesAndReductions(asking)).containsExactlyInAnyOrderElementsOf(one.mails());
    }

    @Test
    void the_mail_says_numbers_date_reason_and_message() {
        Asking asking = Asking.of(10, 4);
        User chosen = asking.user("chosen");
        asking.agreed(8, chosen);

        List<Notice> mails = mails(asking);
        assertThat(mails.get(0).text())
                .contains("from 10 to 8 licences from 1 April 2026 on", "Licences in use: 5")
                .contains("Inactive on that date: 1", "Reason: Two sites closed");
        assertThat(mails.get(1).text())
                .contains(
                        "from 10 to 8 licences on 1 April 2026",
                        "Message from Account manager (not configured): As agreed by phone");
    }

    @Test
    void every_active_system_admin_is_told_of_the_decision() {
        Asking asking = Asking.of(20, 4);
        asking.tenant.add(TestTenant.person("second", Role.SYSTEM_ADMIN, UserStatus.ACTIVE));
        asking.tenant.add(TestTenant.person("locked", Role.SYSTEM_ADMIN, UserStatus.LOCKED));
        asking.agreed(8);
        assertThat(mails(asking))
                .extracting(mail -> mail.recipient().orElseThrow())
                .containsExactlyInAnyOrder(MANAGER, ADMIN, "second@example.org");
    }

    /** Some of the stories fill the allowance, of which is told too. */
    private List<String> aboutIncreasesAndReductions(Asking asking) {
        return mails(asking).stream()
                .map(mail -> mail.recipient().orElseThrow() + ": " + mail.subject())
                .filter(line -> !line.contains("in use"))
                .toList();
    }

    private List<Notice> mails(Asking asking) {
        Notices notices = desk.bean(Notices.class);
        return desk
                .commit(() -> notices.list(asking.tenant.id(), PageRequest.first(100), asking.tenant.admin()))
                .items()
                .stream()
                .sorted(Comparator.comparing(Notice::id))
                .toList();
    }
}
