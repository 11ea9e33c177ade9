package org.licencedesk.seats.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.harness.ClockAt;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.harness.ToldRequests;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.change.BulkReceipt;
import org.licencedesk.seats.change.BulkStatusChange;
import org.licencedesk.seats.change.ChangeStatuses;
import org.licencedesk.seats.change.Selection;

/** What happens to an agreed reduction before its date: increases, corrections and activations (R30). */
@ClockAt(Asking.BEGIN)
class AgreedReductionIT {
    private static final Reduction TO_EIGHT = new Reduction(8, Asking.NEXT);

    private final Desk desk = Desk.open();

    @Test // R30
    void a_confirmed_increase_ends_what_was_agreed_and_says_so_beforehand() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest request = asking.agreed(8);
        Quote quote = asking.quote(11);
        assertThat(quote.endsReduction()).contains(TO_EIGHT);

        asking.raise(quote);

        assertThat(asking.now(request).state()).isEqualTo(RequestState.SUPERSEDED);
        assertThat(asking.quote(12).endsReduction()).isEmpty();
        asking.run("2026-04-01T00:00:00Z");
        assertThat(asking.tenant.figures().maximum()).isEqualTo(11);
        assertThat(desk.bean(ToldRequests.class).of(asking.tenant.id()))
                .containsExactly(RequestState.OPEN, RequestState.ACCEPTED, RequestState.SUPERSEDED);
    }

    @Test // R14, R30
    void an_increase_that_an_activation_needs_ends_it_too() {
        Asking asking = Asking.of(3, 3);
        ReductionRequest request = asking.agreed(2);
        var newcomer = TestTenant.person("newcomer", Role.STANDARD, UserStatus.ACTIVE);
        assertThatExceptionOfType(IncreaseNotConfirmed.class)
                .isThrownBy(() -> asking.tenant.add(newcomer))
                .satisfies(asked -> assertThat(asked.facts().get("quote"))
                        .isInstanceOfSatisfying(Quote.class, quote -> assertThat(quote.endsReduction())
                                .contains(new Reduction(2, Asking.NEXT))));
        assertThat(asking.now(request).state()).isEqualTo(RequestState.ACCEPTED);

        asking.tenant.add(newcomer, Optional.of(new Consent(asking.quote(4), true)));

        assertThat(asking.now(request).state()).isEqualTo(RequestState.SUPERSEDED);
    }

    @Test // R30
    void an_increase_leaves_a_request_that_nobody_has_accepted_yet() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest request = asking.ask(8);
        assertThat(asking.quote(11).endsReduction()).isEmpty();
        asking.raise(asking.quote(11));
        assertThat(asking.now(request).state()).isEqualTo(RequestState.OPEN);
    }

    @ParameterizedTest // R30, R37
    @CsvSource({"7, SUPERSEDED, 7", "8, SUPERSEDED, 8", "9, APPLIED, 8", "20, APPLIED, 8"})
    void a_correction_ends_it_only_if_it_goes_as_low(int corrected, RequestState state, int maximum) {
        Asking asking = Asking.of(10, 1);
        ReductionRequest request = asking.agreed(8);
        asking.tenant.correct(corrected);
        asking.run("2026-04-01T00:00:00Z");
        assertThat(asking.now(request).state()).isEqualTo(state);
        assertThat(asking.tenant.figures().maximum()).isEqualTo(maximum);
    }

    @Test // R30
    void an_activation_that_takes_one_of_the_seats_says_so_and_is_not_refused() {
        Asking asking = Asking.of(10, 6);
        var seventh = asking.tenant.add(TestTenant.person("a", Role.STANDARD, UserStatus.ACTIVE), Optional.empty());
        asking.agreed(8);
        var eighth = asking.tenant.add(TestTenant.person("b", Role.STANDARD, UserStatus.ACTIVE), Optional.empty());
        var ninth = asking.tenant.add(TestTenant.person("c", Role.STANDARD, UserStatus.ACTIVE), Optional.empty());
        var back = asking.tenant.change(ninth.user().id(), UserStatus.INACTIVE, Optional.empty());
        assertThat(seventh.reductionAtRisk()).isEmpty();
        assertThat(eighth.reductionAtRisk()).isEmpty();
        assertThat(ninth.reductionAtRisk()).contains(TO_EIGHT);
        assertThat(back.reductionAtRisk()).isEmpty();
        assertThat(asking.tenant
                        .change(ninth.user().id(), UserStatus.LOCKED, Optional.empty())
                        .reductionAtRisk())
                .contains(TO_EIGHT);
    }

    @Test // R30
    void many_who_are_activated_at_once_say_so_as_well() {
        Asking asking = Asking.of(10, 7);
        Set<UserId> two = Stream.of("a", "b")
                .map(name -> asking.tenant
                        .add(TestTenant.person(name, Role.STANDARD, UserStatus.INACTIVE))
                        .id())
                .collect(Collectors.toSet());
        asking.agreed(8);
        assertThat(changed(asking, two, UserStatus.ACTIVE).reductionAtRisk()).contains(TO_EIGHT);
        assertThat(changed(asking, two, UserStatus.LOCKED).reductionAtRisk()).isEmpty();
    }

    private static BulkReceipt changed(Asking asking, Set<UserId> users, UserStatus status) {
        return asking.desk.commit(() -> asking.desk
                .bean(BulkStatusChange.class)
                .apply(new ChangeStatuses(
                        asking.tenant.id(),
                        new Selection.Ticked(users),
                        status,
                        Optional.empty(),
                        asking.tenant.admin(),
                        Door.UI)));
    }

    @ParameterizedTest // R30, R33
    @CsvSource({"8, 2026-04-01, 96.00", "9, 2026-04-01, 120.00", "1, 2026-05-01, 120.00"})
    void the_next_invoice_counts_a_reduction_that_would_be_applied_by_then(
            int occupied, LocalDate date, String amount) {
        Asking asking = Asking.of(10, occupied);
        asking.decide(
                asking.ask(8, Optional.of(date), asking.tenant.admin(), List.of()), DecideRequest.Decision.ACCEPT);
        assertThat(asking.allowance().nextInvoice().amount().orElseThrow().amount())
                .isEqualByComparingTo(amount);
    }
}
