package org.licencedesk.seats.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.licencedesk.seats.allowance.AllowanceFixture.quote;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.seats.terms.TermsReference;

// R32
class ConsentTest {
    private static final Optional<String> TWELVE = Optional.of("12.00");
    private static final Optional<String> SIX = Optional.of("6.00");
    private static final Optional<String> UNKNOWN = Optional.empty();

    private final Quote shown = quote(11, 1, TWELVE, SIX, 1);

    @Test
    void covers_the_quote_that_was_shown() {
        assertThat(covers(shown)).isTrue();
    }

    @Test // R8
    void covers_nothing_without_the_tick() {
        assertThat(new Consent(shown, false).covers(shown)).isFalse();
    }

    @Test
    void covers_no_other_number() {
        assertThat(covers(quote(12, 2, TWELVE, SIX, 1))).isFalse();
        assertThat(covers(quote(10, 1, TWELVE, SIX, 1))).isFalse();
    }

    @Test
    void covers_no_other_price_be_it_lower() {
        assertThat(covers(quote(11, 1, Optional.of("12.01"), SIX, 1))).isFalse();
        assertThat(covers(quote(11, 1, Optional.of("11.99"), SIX, 1))).isFalse();
        assertThat(covers(quote(11, 1, UNKNOWN, SIX, 1))).isFalse();
    }

    @Test
    void covers_no_other_terms() {
        assertThat(covers(quote(11, 1, TWELVE, SIX, 2))).isFalse();
    }

    @Test
    void asks_for_the_wording_of_the_terms_and_not_for_the_version() {
        TermsReference renamed = new TermsReference("renamed", shown.terms().digest());
        Quote fresh = new Quote(
                11, 1, shown.monthlyIncrease(), shown.dueNow(), shown.nextInvoice(), renamed, Optional.empty());
        assertThat(covers(fresh)).isTrue();
    }

    @Test
    void covers_at_most_what_was_shown_as_due_now() {
        assertThat(covers(quote(11, 1, TWELVE, Optional.of("5.99"), 1))).isTrue();
        assertThat(covers(quote(11, 1, TWELVE, Optional.of("6.01"), 1))).isFalse();
    }

    @Test // R31
    void an_unknown_price_is_covered_by_an_unknown_price_only() {
        Consent unknown = new Consent(quote(11, 1, UNKNOWN, UNKNOWN, 1), true);
        assertThat(unknown.covers(quote(11, 1, UNKNOWN, UNKNOWN, 1))).isTrue();
        assertThat(unknown.covers(quote(11, 1, TWELVE, SIX, 1))).isFalse();
        assertThat(unknown.covers(quote(11, 1, UNKNOWN, SIX, 1))).isFalse();
        assertThat(covers(quote(11, 1, TWELVE, UNKNOWN, 1))).isFalse();
    }

    @Test
    void covers_no_other_seats_though_the_number_is_the_same() {
        assertThat(covers(quote(11, 2, TWELVE, SIX, 1))).isFalse();
        assertThat(covers(quote(11, 77, TWELVE, SIX, 1))).isFalse();
    }

    @Test
    void covers_no_other_date_of_the_next_invoice() {
        Quote.NextInvoice known = AllowanceFixture.invoice("2026-05-01", "138.00");
        for (String day : List.of("2026-04-30", "2026-05-02", "2026-06-01")) {
            assertThat(covers(with(known), with(AllowanceFixture.invoice(day, "138.00"))))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"137.99, true", "138.00, true", "138.01, false"})
    void covers_at_most_what_was_shown_as_the_next_invoice(String fresh, boolean covered) {
        assertThat(covers(
                        with(AllowanceFixture.invoice("2026-05-01", "138.00")),
                        with(AllowanceFixture.invoice("2026-05-01", fresh))))
                .isEqualTo(covered);
    }

    @Test // R31
    void a_next_invoice_that_is_not_known_is_covered_by_one_that_is_not_known_only() {
        Quote known = with(AllowanceFixture.invoice("2026-05-01", "138.00"));
        assertThat(covers(known, shown)).isFalse();
        assertThat(covers(shown, known)).isFalse();
        assertThat(covers(shown, shown)).isTrue();
    }

    @Test // R30
    void covers_the_end_of_the_reduction_that_was_shown_and_of_no_other() {
        Quote none = ending(Optional.empty());
        Quote toEight = ending(Optional.of(new Reduction(8, LocalDate.parse("2026-05-01"))));
        assertThat(covers(none, toEight)).isFalse();
        assertThat(covers(toEight, none)).isFalse();
        assertThat(covers(toEight, ending(Optional.of(new Reduction(7, LocalDate.parse("2026-05-01"))))))
                .isFalse();
        assertThat(covers(toEight, ending(Optional.of(new Reduction(8, LocalDate.parse("2026-06-01"))))))
                .isFalse();
        assertThat(covers(toEight, toEight)).isTrue();
    }

    @Test
    void a_quote_of_yesterday_counts_on_the_day_after() {
        Quote.DueNow today = new Quote.DueNow(
                shown.dueNow().from().plusDays(1), shown.dueNow().to(), Optional.of(AllowanceFixture.pounds("5.60")));
        Quote fresh = new Quote(
                11, 1, shown.monthlyIncrease(), today, shown.nextInvoice(), shown.terms(), shown.endsReduction());
        assertThat(covers(fresh)).isTrue();
    }

    private Quote with(Quote.NextInvoice invoice) {
        return new Quote(11, 1, shown.monthlyIncrease(), shown.dueNow(), invoice, shown.terms(), shown.endsReduction());
    }

    private Quote ending(Optional<Reduction> reduction) {
        return new Quote(11, 1, shown.monthlyIncrease(), shown.dueNow(), shown.nextInvoice(), shown.terms(), reduction);
    }

    private boolean covers(Quote fresh) {
        return covers(shown, fresh);
    }

    private static boolean covers(Quote accepted, Quote fresh) {
        return new Consent(accepted, true).covers(fresh);
    }
}
