package org.licencedesk.seats.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.ClockAt;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Reason;
import org.licencedesk.messages.mail.Notice;
import org.licencedesk.messages.mail.Notices;
import org.licencedesk.seats.allowance.NotAReduction;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.request.DecideRequest.Decision;
import org.licencedesk.seats.tenant.NotARenewalDate;

/** A reduction that the account manager proposes, and a System Admin accepts or declines (R30). */
@ClockAt(Asking.BEGIN)
class ReductionProposalIT {

    private final Desk desk = Desk.open();

    private final Asking asking = Asking.of(10, 3);

    @Test // R30
    void a_proposal_that_is_accepted_is_agreed_and_lowers_the_maximum_on_its_date() {
        ReductionRequest proposed = propose(8, Optional.empty(), Asking.MANAGER);
        assertThat(proposed.state()).isEqualTo(RequestState.COUNTERED);
        assertThat(proposed.isProposal()).isTrue();
        assertThat(proposed.requestedBy()).isEqualTo(Asking.MANAGER.label());
        assertThat(proposed.standing()).isEqualTo(new Reduction(8, Asking.NEXT));
        assertThat(asking.allowance().figures().maximum()).isEqualTo(10);

        assertThat(asking.answer(proposed, true).state()).isEqualTo(RequestState.ACCEPTED);
        asking.run("2026-04-01T00:01:00Z");
        assertThat(asking.now(proposed).state()).isEqualTo(RequestState.APPLIED);
        assertThat(asking.allowance().figures().maximum()).isEqualTo(8);
    }

    @Test // R30
    void a_proposal_that_is_declined_or_withdrawn_changes_nothing_and_makes_room_for_another() {
        assertThat(asking.answer(propose(8, Optional.empty(), Asking.MANAGER), false)
                        .state())
                .isEqualTo(RequestState.DECLINED);
        assertThat(asking.withdraw(propose(7, Optional.empty(), Asking.MANAGER)).state())
                .isEqualTo(RequestState.WITHDRAWN);
        assertThat(asking.ask(6).state()).isEqualTo(RequestState.OPEN);
        assertThat(asking.allowance().figures().maximum()).isEqualTo(10);
    }

    @Test // R30
    void what_cannot_be_agreed_on_is_not_proposed() {
        for (int number : new int[] {10, 11}) {
            assertThatExceptionOfType(NotAReduction.class)
                    .isThrownBy(() -> propose(number, Optional.empty(), Asking.MANAGER));
        }
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> propose(0, Optional.empty(), Asking.MANAGER));
        assertThatExceptionOfType(NotARenewalDate.class)
                .isThrownBy(() -> propose(8, Optional.of(Asking.NEXT.plusDays(1)), Asking.MANAGER));
        ReductionRequest open = asking.ask(6);
        assertThatExceptionOfType(RequestOpen.class).isThrownBy(() -> propose(8, Optional.empty(), Asking.MANAGER));
        assertThat(asking.now(open).state()).isEqualTo(RequestState.OPEN);
    }

    @Test // R30
    void nobody_decides_their_own_proposal_and_nobody_else_proposes() {
        ReductionRequest proposed = propose(8, Optional.empty(), Asking.MANAGER);
        assertThatExceptionOfType(WrongRequestState.class).isThrownBy(() -> asking.decide(proposed, Decision.ACCEPT));
        for (Actor actor : List.of(asking.tenant.admin(), TestTenant.OPERATOR)) {
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> propose(8, Optional.empty(), actor));
        }
    }

    @Test // R30
    void the_system_admins_are_told_of_a_proposal_and_the_account_manager_of_the_answer() {
        asking.answer(propose(8, Optional.empty(), Asking.MANAGER), true);
        assertThat(desk.commit(() -> desk.bean(Notices.class)
                                .list(asking.tenant.id(), PageRequest.first(10), asking.tenant.admin()))
                        .items())
                .extracting(Notice::kind)
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("REQUEST_PROPOSED", "REQUEST_ACCEPTED");
    }

    private ReductionRequest propose(int maximum, Optional<LocalDate> date, Actor actor) {
        return desk.commit(() -> desk.bean(ReductionDecision.class)
                .propose(new ProposeReduction(
                        asking.tenant.id(), maximum, date, new Reason("Two sites closed"), actor)));
    }
}
