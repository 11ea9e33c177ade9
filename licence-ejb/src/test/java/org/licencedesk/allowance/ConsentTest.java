package org.licencedesk.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.licencedesk.allowance.AllowanceFixture.quote;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.licencedesk.terms.TermsReference;

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
    void does_not_mind_that_the_next_invoice_grew_meanwhile() {
        Quote grown = new Quote(
                11,
                1,
                shown.monthlyIncrease(),
                shown.dueNow(),
                new Quote.NextInvoice(shown.nextInvoice().date(), Optional.of(AllowanceFixture.pounds("999.00"))),
                shown.terms(),
                Optional.empty());
        assertThat(covers(grown)).isTrue();
    }

    private boolean covers(Quote fresh) {
        return new Consent(shown, true).covers(fresh);
    }
}
