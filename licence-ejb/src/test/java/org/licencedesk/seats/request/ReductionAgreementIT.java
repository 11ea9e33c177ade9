package org.licencedesk.seats.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.harness.ClockAt;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.harness.ToldRequests;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.NotAReduction;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.change.HoldsNoSeat;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.request.DecideRequest.Decision;
import org.licencedesk.seats.tenant.NotARenewalDate;

/** How a tenant and its account manager come to agree, or not (R30). */
@ClockAt(Asking.BEGIN)
class ReductionAgreementIT {
    private final Desk desk = Desk.open();

    @ParameterizedTest // R30
    @CsvSource({"9, 0", "8, 0", "7, 1", "1, 7"})
    void the_preflight_says_how_many_seats_must_be_freed(int wanted, int mustFree) {
        Asking asking = Asking.of(10, 8);
        ReductionPreview preview = asking.preview(wanted, Optional.empty());
        assertThat(preview.preflight()).isEqualTo(new Preflight(8, mustFree, 0));
        assertThat(preview.reduction()).isEqualTo(new Reduction(wanted, Asking.NEXT));
        assertThat(asking.ask(wanted).preflight()).contains(preview.preflight());
    }

    @ParameterizedTest // R30
    @ValueSource(ints = {10, 11, 1_000_000})
    void a_number_that_is_not_below_the_maximum_is_no_reduction(int wanted) {
        Asking asking = Asking.of(10, 1);
        assertThatExceptionOfType(NotAReduction.class).isThrownBy(() -> asking.ask(wanted));
        assertThatExceptionOfType(NotAReduction.class).isThrownBy(() -> asking.preview(wanted, Optional.empty()));
    }

    @Test
    void a_number_that_leaves_no_seat_is_no_number_of_seats() {
        Asking asking = Asking.of(10, 1);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> asking.ask(0));
        assertThat(asking.ask(1).asked().maximum()).isEqualTo(1);
    }

    @ParameterizedTest // R30
    @ValueSource(strings = {"2026-03-10", "2026-03-01", "2026-03-31", "2026-04-02", "1900-01-01"})
    void a_date_that_is_no_coming_renewal_is_refused_with_the_next_one(String date) {
        Asking asking = Asking.of(10, 1);
        Optional<LocalDate> wanted = Optional.of(LocalDate.parse(date));
        assertThatExceptionOfType(NotARenewalDate.class)
                .isThrownBy(() -> asking.ask(5, wanted, asking.tenant.admin(), List.of()))
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("nextRenewal", Asking.NEXT));
        assertThatExceptionOfType(NotARenewalDate.class).isThrownBy(() -> asking.preview(5, wanted));
    }

    @Test // R30
    void renewals_on_the_31st_fall_on_the_last_day_of_shorter_months() {
        Asking asking = Asking.of(10, 1, LocalDate.parse("2026-03-31"), "UTC");
        assertThat(asking.preview(5, Optional.empty()).renewals())
                .startsWith(
                        LocalDate.parse("2026-03-31"), LocalDate.parse("2026-04-30"), LocalDate.parse("2026-05-31"));
        Optional<LocalDate> april = Optional.of(LocalDate.parse("2026-04-30"));
        assertThat(asking.ask(5, april, asking.tenant.admin(), List.of())
                        .asked()
                        .effectiveOn())
                .isEqualTo(april.get());
    }

    @Test // R30
    void the_next_renewal_is_that_of_the_tenants_own_day() {
        desk.clock().set(Instant.parse("2026-03-31T23:30:00Z"));
        Asking berlin = Asking.of(10, 1, Asking.NEXT, "Europe/Berlin");
        desk.clock().set(Instant.parse("2026-03-31T23:30:00Z"));
        assertThat(berlin.ask(5).asked().effectiveOn()).isEqualTo(LocalDate.parse("2026-05-01"));
        Asking utc = Asking.of(10, 1);
        desk.clock().set(Instant.parse("2026-03-31T23:30:00Z"));
        assertThat(utc.ask(5).asked().effectiveOn()).isEqualTo(Asking.NEXT);
    }

    @Test // R30
    void a_tenant_has_one_request_at_most_that_has_not_ended() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest request = asking.ask(8);
        refusesAnother(asking, request);
        asking.counter(request, 9);
        refusesAnother(asking, request);
        asking.answer(request, true);
        refusesAnother(asking, request);
        asking.withdraw(request);
        ReductionRequest declined = asking.ask(7);
        asking.decide(declined, Decision.DECLINE);
        assertThat(asking.ask(6).state()).isEqualTo(RequestState.OPEN);
    }

    private static void refusesAnother(Asking asking, ReductionRequest open) {
        assertThatExceptionOfType(RequestOpen.class)
                .isThrownBy(() -> asking.ask(7))
                .satisfies(refused -> assertThat(refused.facts())
                        .containsEntry("requestId", open.id().toString()));
    }

    @Test // R2, R30
    void what_is_accepted_waits_for_its_date_and_the_maximum_stays_until_then() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest accepted = asking.agreed(8);
        assertThat(accepted.state()).isEqualTo(RequestState.ACCEPTED);
        assertThat(accepted.message()).contains("As agreed by phone");
        assertThat(asking.tenant.figures().maximum()).isEqualTo(10);
        assertThat(asking.allowance().agreedReduction()).contains(new Reduction(8, Asking.NEXT));
        assertThat(desk.bean(ToldRequests.class).of(asking.tenant.id()))
                .containsExactly(RequestState.OPEN, RequestState.ACCEPTED);
    }

    @Test // R30
    void a_counter_that_is_accepted_is_what_was_agreed() {
        Asking asking = Asking.of(10, 9);
        ReductionRequest request = asking.ask(7);
        LocalDate may = LocalDate.parse("2026-05-01");
        ReductionRequest countered = asking.decide(request, Decision.COUNTER, Optional.of(9), Optional.of(may));
        assertThat(countered.counter()).contains(new Reduction(9, may));
        assertThat(countered.preflight()).contains(new Preflight(9, 0, 0));
        assertThat(asking.allowance().agreedReduction()).isEmpty();
        asking.answer(request, true);
        assertThat(asking.allowance().agreedReduction()).contains(new Reduction(9, may));
    }

    @Test // R30
    void a_counter_of_one_part_keeps_the_other_and_can_be_declined() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest request = asking.ask(7);
        assertThat(asking.counter(request, 8).counter()).contains(new Reduction(8, Asking.NEXT));
        assertThat(asking.answer(request, false).state()).isEqualTo(RequestState.DECLINED);
        assertThat(asking.allowance().agreedReduction()).isEmpty();
    }

    @Test // R30
    void a_counter_must_be_a_reduction_on_a_renewal_date_too() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest request = asking.ask(7);
        assertThatExceptionOfType(NotAReduction.class).isThrownBy(() -> asking.counter(request, 10));
        Optional<LocalDate> wrong = Optional.of(LocalDate.parse("2026-04-02"));
        assertThatExceptionOfType(NotARenewalDate.class)
                .isThrownBy(() -> asking.decide(request, Decision.COUNTER, Optional.of(8), wrong));
        assertThat(asking.now(request).state()).isEqualTo(RequestState.OPEN);
    }

    @Test // R30
    void nobody_agrees_on_a_date_that_has_begun() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest open = asking.ask(7);
        desk.clock().set(Instant.parse("2026-04-01T00:00:00Z"));
        assertThatExceptionOfType(NotARenewalDate.class).isThrownBy(() -> asking.decide(open, Decision.ACCEPT));
        Optional<LocalDate> may = Optional.of(LocalDate.parse("2026-05-01"));
        asking.decide(open, Decision.COUNTER, Optional.empty(), may);
        desk.clock().set(Instant.parse("2026-05-01T00:00:00Z"));
        assertThatExceptionOfType(NotARenewalDate.class).isThrownBy(() -> asking.answer(open, true));
        assertThat(asking.now(open).state()).isEqualTo(RequestState.COUNTERED);
        assertThat(asking.answer(open, false).state()).isEqualTo(RequestState.DECLINED);
    }

    @Test // R30, R37
    void what_a_correction_has_made_pointless_cannot_be_accepted() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest open = asking.ask(7);
        asking.tenant.correct(7);
        assertThatExceptionOfType(NotAReduction.class).isThrownBy(() -> asking.decide(open, Decision.ACCEPT));
        assertThat(asking.withdraw(open).state()).isEqualTo(RequestState.WITHDRAWN);
    }

    @Test // R30
    void what_was_agreed_can_be_withdrawn_before_its_date_and_then_nothing_happens_on_it() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest agreed = asking.agreed(8);
        assertThat(asking.withdraw(agreed).endedAt()).contains(Asking.TODAY);
        assertThat(asking.applyDue(Asking.NEXT)).isEmpty();
        assertThat(asking.tenant.figures().maximum()).isEqualTo(10);
        assertThatExceptionOfType(WrongRequestState.class).isThrownBy(() -> asking.withdraw(agreed));
    }

    @Test // R4, R30
    void only_users_of_the_tenant_who_hold_a_seat_can_be_chosen() {
        Asking asking = Asking.of(10, 1);
        User active = asking.user("active");
        User locked = asking.tenant.add(TestTenant.person("locked", Role.STANDARD, UserStatus.LOCKED));
        User room = asking.tenant.add(TestTenant.person("room", Role.STANDARD, UserStatus.ROOM));
        User stranger = Asking.of(10, 1).user("stranger");
        User gone = asking.user("gone");
        asking.tenant.delete(gone.id(), asking.tenant.admin());

        for (UserId unknown : List.of(stranger.id(), gone.id(), UserId.create())) {
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(
                            () -> asking.ask(8, Optional.empty(), asking.tenant.admin(), List.of(active.id(), unknown)))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("deactivate/1"));
        }
        assertThatExceptionOfType(HoldsNoSeat.class)
                .isThrownBy(() -> asking.ask(8, active, room))
                .satisfies(refused -> assertThat(refused.facts())
                        .containsEntry("userId", room.id().toString()));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> asking.ask(8, active, active));
        ReductionRequest request = asking.ask(1, active, locked);
        assertThat(request.preflight()).contains(new Preflight(3, 2, 2));
        asking.tenant.change(active.id(), UserStatus.INACTIVE, Optional.empty());
        assertThat(asking.now(request).preflight()).contains(new Preflight(2, 1, 1));
    }

    @Test // R4
    void nobody_chooses_themselves_or_all_active_system_admins() {
        Asking asking = Asking.of(10, 1);
        User first = asking.tenant.firstAdmin();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> asking.ask(8, first))
                .returns(Refusal.LAST_SYSTEM_ADMIN, RuleViolation::refusal);
        User second = asking.tenant.add(TestTenant.person("second", Role.SYSTEM_ADMIN, UserStatus.ACTIVE));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> asking.ask(8, first, second))
                .returns(Refusal.LAST_SYSTEM_ADMIN, RuleViolation::refusal);
        Actor inPerson = Actor.user(asking.tenant.id(), first.id(), Role.SYSTEM_ADMIN);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> asking.ask(8, Optional.empty(), inPerson, List.of(first.id())))
                .returns(Refusal.NOT_ON_YOURSELF, RuleViolation::refusal);
        assertThat(asking.ask(8, Optional.empty(), inPerson, List.of(second.id()))
                        .deactivate())
                .containsExactly(second.id());
    }

    @Test // R3
    void a_request_is_found_in_its_tenant_alone() {
        ReductionRequest request = Asking.of(10, 1).ask(8);
        Asking other = Asking.of(10, 1);
        for (Function<ReductionRequest, ?> call : List.<Function<ReductionRequest, ?>>of(
                other::now,
                other::withdraw,
                found -> other.answer(found, true),
                found -> other.decide(found, Decision.ACCEPT))) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> call.apply(request));
        }
    }
}
