package org.licencedesk.seats.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.licencedesk.seats.allowance.AllowanceFixture.admit;
import static org.licencedesk.seats.allowance.AllowanceFixture.consentTo;
import static org.licencedesk.seats.allowance.AllowanceFixture.holding;
import static org.licencedesk.seats.allowance.AllowanceFixture.quoteOf;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.UserStatus;

/** A reduction that was agreed, on the allowance that it is to lower (R30). */
class AgreedReductionTest {
    private static final LocalDate DATE = LocalDate.parse("2026-05-01");

    @ParameterizedTest // R30
    @ValueSource(ints = {10, 11})
    void what_is_not_below_the_maximum_cannot_be_agreed_on(int wanted) {
        Allowance allowance = holding(10, 5);
        assertThatExceptionOfType(NotAReduction.class)
                .isThrownBy(() -> allowance.agreeOn(new Reduction(wanted, DATE)))
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("figures", new Figures(10, 5)));
        assertThat(allowance.agreedReduction()).isEmpty();
    }

    @Test // R4
    void nobody_agrees_on_no_seat_at_all() {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Reduction(0, DATE));
        assertThat(new Reduction(1, DATE).maximum()).isEqualTo(1);
    }

    @ParameterizedTest // R30
    @CsvSource({"7, true", "8, true", "9, false"})
    void the_maximum_falls_only_if_no_more_seats_are_occupied(int occupied, boolean falls) {
        Allowance allowance = agreed(10, occupied, 8);
        if (falls) {
            allowance.reduceAsAgreed();
            assertThat(allowance.figures()).isEqualTo(new Figures(8, occupied));
            assertThat(allowance.agreedReduction()).isEmpty();
        } else {
            assertThatIllegalStateException().isThrownBy(allowance::reduceAsAgreed);
            assertThat(allowance.figures()).isEqualTo(new Figures(10, occupied));
        }
    }

    @Test
    void without_an_agreement_the_maximum_does_not_fall() {
        assertThatIllegalStateException().isThrownBy(holding(10, 1)::reduceAsAgreed);
    }

    @Test // R30
    void a_confirmed_increase_ends_it_and_an_unconfirmed_one_does_not() {
        Allowance allowance = agreed(10, 10, 8);
        assertThatExceptionOfType(IncreaseNotConfirmed.class).isThrownBy(() -> admit(allowance, 1, Optional.empty()));
        assertThat(allowance.agreedReduction()).isPresent();
        admit(allowance, 1, consentTo(quoteOf(allowance, 11)));
        assertThat(allowance.agreedReduction()).isEmpty();
    }

    @Test // R30
    void a_seat_that_is_available_takes_nothing_from_it() {
        Allowance allowance = agreed(10, 8, 8);
        admit(allowance, 1, Optional.empty());
        assertThat(allowance.reductionAtRisk()).isEmpty();
        allowance.move(Optional.empty(), Optional.of(UserStatus.ACTIVE));
        assertThat(allowance.reductionAtRisk()).contains(new Reduction(8, DATE));
        assertThat(allowance.agreedReduction()).isPresent();
    }

    @ParameterizedTest // R37
    @CsvSource({"7, false", "8, false", "9, true", "20, true"})
    void a_correction_as_low_leaves_nothing_to_reduce(int corrected, boolean stays) {
        Allowance allowance = agreed(10, 1, 8);
        allowance.correct(corrected);
        assertThat(allowance.agreedReduction().isPresent()).isEqualTo(stays);
    }

    @ParameterizedTest // R33
    @CsvSource({"8, 2026-05-01, 8", "8, 2026-06-01, 8", "8, 2026-04-01, 10", "9, 2026-05-01, 10"})
    void the_maximum_on_a_renewal_counts_it_if_it_would_be_applied_by_then(
            int occupied, LocalDate renewal, int maximum) {
        assertThat(agreed(10, occupied, 8).maximumOn(renewal)).isEqualTo(maximum);
    }

    private static Allowance agreed(int maximum, int occupied, int wanted) {
        Allowance allowance = holding(maximum, occupied);
        allowance.agreeOn(new Reduction(wanted, DATE));
        return allowance;
    }
}
