package org.licencedesk.seat;

import java.math.BigDecimal;
import java.util.Optional;
import org.licencedesk.allowance.Consent;
import org.licencedesk.allowance.Quote;
import org.licencedesk.kernel.Money;
import org.licencedesk.terms.Digest;
import org.licencedesk.terms.TermsReference;

/** The ways in which a quote can be answered, rightly or wrongly. */
final class Answer {
    private Answer() {}

    static Optional<Consent> to(Quote quote, SeatStep.Acceptance acceptance) {
        TermsReference none = new TermsReference(quote.terms().version(), new Digest(new byte[32]));
        return switch (acceptance) {
            case NOTHING -> Optional.empty();
            case RIGHT, AN_EARLIER_ONE -> Optional.of(new Consent(quote, true));
            case NOT_TICKED -> Optional.of(new Consent(quote, false));
            case OTHER_NUMBER -> Optional.of(altered(quote, quote.raiseTo() + 1, 0, 0, quote.terms()));
            case OTHER_PRICE -> Optional.of(altered(quote, quote.raiseTo(), 1, 0, quote.terms()));
            case LESS_DUE -> Optional.of(altered(quote, quote.raiseTo(), 0, -1, quote.terms()));
            case MORE_DUE -> Optional.of(altered(quote, quote.raiseTo(), 0, 1, quote.terms()));
            case OTHER_TERMS -> Optional.of(altered(quote, quote.raiseTo(), 0, 0, none));
        };
    }

    private static Consent altered(Quote quote, int raiseTo, int pence, int penceDue, TermsReference terms) {
        Quote.DueNow due = new Quote.DueNow(
                quote.dueNow().from(), quote.dueNow().to(), plus(quote.dueNow().amount(), penceDue));
        return new Consent(
                new Quote(
                        raiseTo,
                        quote.seats(),
                        plus(quote.monthlyIncrease(), pence),
                        due,
                        quote.nextInvoice(),
                        terms,
                        quote.endsReduction()),
                true);
    }

    private static Optional<Money> plus(Optional<Money> money, int pence) {
        return money.map(known -> Money.rounded(known.amount().add(BigDecimal.valueOf(pence, 2)), known.currency()));
    }
}
