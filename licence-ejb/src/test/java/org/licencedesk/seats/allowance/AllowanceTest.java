package org.licencedesk.seats.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.licencedesk.seats.allowance.AllowanceFixture.admit;
import static org.licencedesk.seats.allowance.AllowanceFixture.consentTo;
import static org.licencedesk.seats.allowance.AllowanceFixture.full;
import static org.licencedesk.seats.allowance.AllowanceFixture.holding;
import static org.licencedesk.seats.allowance.AllowanceFixture.overBy;
import static org.licencedesk.seats.allowance.AllowanceFixture.quote;
import static org.licencedesk.seats.allowance.AllowanceFixture.quoteOf;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.kernel.UserStatus;

class AllowanceTest {
    private static final Optional<Consent> NONE = Optional.empty();

    @Test // R12
    void asks_nothing_while_a_seat_is_available() {
        Allowance allowance = holding(10, 9);
        assertThat(allowance.raiseToAdmit(1)).isEmpty();
        assertThat(allowance.figures()).isEqualTo(new Figures(10, 9));
    }

    @Test // R12
    void ignores_a_consent_that_is_not_needed() {
        Allowance allowance = holding(10, 9);
        assertThat(admit(allowance, 1, consentTo(quoteOf(allowance, 11)))).isEmpty();
        assertThat(allowance.figures().maximum()).isEqualTo(10);
    }

    @Test // R14
    void asks_before_the_eleventh_of_ten() {
        Allowance allowance = full(10);
        assertThatExceptionOfType(IncreaseNotConfirmed.class)
                .isThrownBy(() -> admit(allowance, 1, NONE))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("increase-not-confirmed");
                    assertThat(refused.facts())
                            .containsEntry("figures", new Figures(10, 10))
                            .containsEntry("quote", quoteOf(allowance, 11));
                });
        assertThat(allowance.figures()).isEqualTo(new Figures(10, 10));
    }

    @Test // R14, R16
    void a_consent_raises_by_the_one_seat_that_is_missing() {
        Allowance allowance = full(10);
        Quote shown = quoteOf(allowance, 11);
        assertThat(admit(allowance, 1, consentTo(shown))).contains(new AcceptedQuote(shown, shown));
        assertThat(allowance.figures()).isEqualTo(new Figures(11, 10));
    }

    @ParameterizedTest // R16
    @CsvSource({
        // maximum, occupied, users who come in, maximum afterwards
        "10, 0, 10, 10",
        "10, 7, 3, 10",
        "10, 7, 4, 11",
        "10, 9, 2, 11",
        "10, 10, 5, 15",
        "0, 0, 1, 1",
        "1, 0, 3, 3"
    })
    void raises_to_the_occupied_seats_and_those_who_come_in(int maximum, int occupied, int users, int afterwards) {
        Allowance allowance = holding(maximum, occupied);
        Optional<Consent> consent = consentTo(quoteOf(allowance, occupied + users));
        Optional<Quote> raised = admit(allowance, users, consent).map(AcceptedQuote::charged);
        assertThat(raised.isPresent()).isEqualTo(afterwards > maximum);
        assertThat(raised.map(Quote::seats)).isEqualTo(raised.map(quote -> afterwards - maximum));
        assertThat(allowance.figures()).isEqualTo(new Figures(afterwards, occupied));
    }

    @Test // R37
    void over_the_allowance_the_quote_covers_the_overhang_too() {
        Allowance allowance = overBy(3, 10);
        assertThat(allowance.figures()).isEqualTo(new Figures(10, 13));
        assertThatExceptionOfType(IncreaseNotConfirmed.class)
                .isThrownBy(() -> admit(allowance, 1, NONE))
                .satisfies(refused -> assertThat(refused.facts()).hasEntrySatisfying("quote", quote -> assertThat(quote)
                        .extracting("raiseTo", "seats")
                        .containsExactly(14, 4)));
        admit(allowance, 1, consentTo(quoteOf(allowance, 14)));
        assertThat(allowance.figures()).isEqualTo(new Figures(14, 13));
    }

    @Test // R32
    void a_consent_to_another_state_of_things_raises_nothing() {
        Allowance allowance = full(10);
        Optional<String> twelve = Optional.of("12.00");
        Optional<String> six = Optional.of("6.00");
        for (Quote other : new Quote[] {
            quote(12, 2, twelve, six, 1),
            quote(11, 1, Optional.of("11.00"), six, 1),
            quote(11, 1, Optional.empty(), six, 1),
            quote(11, 1, twelve, Optional.of("5.99"), 1),
            quote(11, 1, twelve, Optional.empty(), 1),
            quote(11, 1, twelve, six, 2)
        }) {
            assertThatExceptionOfType(IncreaseNotConfirmed.class)
                    .isThrownBy(() -> admit(allowance, 1, consentTo(other)));
        }
        Optional<Consent> notTicked = Optional.of(new Consent(quoteOf(allowance, 11), false));
        assertThatExceptionOfType(IncreaseNotConfirmed.class).isThrownBy(() -> admit(allowance, 1, notTicked));
        assertThat(allowance.figures()).isEqualTo(new Figures(10, 10));
    }

    @Test // R32
    void less_may_be_due_than_was_accepted_and_both_are_known_afterwards() {
        Allowance allowance = full(10);
        Quote shown = quote(11, 1, Optional.of("12.00"), Optional.of("7.00"), 1);
        Quote fresh = quoteOf(allowance, 11);
        assertThat(admit(allowance, 1, consentTo(shown))).contains(new AcceptedQuote(shown, fresh));
    }

    @Test // R8
    void is_raised_to_the_number_that_was_consented_to() {
        Allowance allowance = holding(10, 4);
        allowance.raise(quoteOf(allowance, 25), consentTo(quoteOf(allowance, 25)));
        assertThat(allowance.figures()).isEqualTo(new Figures(25, 4));
        assertThatExceptionOfType(IncreaseNotConfirmed.class)
                .isThrownBy(() -> allowance.raise(quoteOf(allowance, 26), NONE));
        assertThat(allowance.figures().maximum()).isEqualTo(25);
    }

    @Test // R37
    void is_corrected_to_any_number_from_nothing() {
        Allowance allowance = full(10);
        allowance.correct(0);
        assertThat(allowance.figures()).isEqualTo(new Figures(0, 10));
        allowance.correct(2_000_000);
        assertThat(allowance.figures()).isEqualTo(new Figures(2_000_000, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> allowance.correct(-1));
    }

    @Test // R17, R20
    void counts_who_holds_a_seat_and_who_of_them_is_locked() {
        Allowance allowance = full(3);
        allowance.move(Optional.of(UserStatus.ACTIVE), Optional.of(UserStatus.LOCKED));
        assertThat(allowance.figures().occupied()).isEqualTo(3);
        assertThat(allowance.locked()).isEqualTo(1);
        allowance.move(Optional.of(UserStatus.LOCKED), Optional.of(UserStatus.QUEUE));
        assertThat(allowance.figures()).isEqualTo(new Figures(3, 2));
        assertThat(allowance.locked()).isZero();
        allowance.move(Optional.of(UserStatus.QUEUE), Optional.of(UserStatus.INACTIVE));
        allowance.move(Optional.of(UserStatus.INACTIVE), Optional.empty());
        allowance.move(Optional.empty(), Optional.of(UserStatus.ROOM));
        assertThat(allowance.figures()).isEqualTo(new Figures(3, 2));
        allowance.move(Optional.of(UserStatus.ACTIVE), Optional.empty());
        assertThat(allowance.figures()).isEqualTo(new Figures(3, 1));
    }

    @Test // R33
    void a_change_is_charged_from_its_day_and_from_no_day_before_one_that_was_billed() {
        Allowance allowance = AllowanceFixture.full(1);
        LocalDate day = LocalDate.parse("2026-05-01");
        assertThat(allowance.billingDay(day)).isEqualTo(day);
        allowance.billedOn(day);
        assertThat(allowance.billingDay(day.minusDays(1))).isEqualTo(day);
        assertThat(allowance.billingDay(day)).isEqualTo(day);
        assertThat(allowance.billingDay(day.plusDays(1))).isEqualTo(day.plusDays(1));
        allowance.billedOn(day.minusDays(9));
        assertThat(allowance.billingDay(day.minusDays(1))).isEqualTo(day);
    }
}
