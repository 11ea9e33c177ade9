package org.licencedesk.seats.change;

import java.math.BigDecimal;
import java.util.Optional;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.terms.Digest;
import org.licencedesk.seats.terms.TermsReference;

/** The ways in which a quote can be answered, rightly or wrongly. */
final class Answer {
    private Answer() {}

    static Optional<Consent> to(Quote quote, SeatStep.Acceptance acceptance) {
        return switch (acceptance) {
            case NOTHING -> Optional.empty();
            case NOT_TICKED -> Optional.of(new Consent(quote, false));
            default -> Optional.of(new Consent(altered(quote, acceptance), true));
        };
    }

    private static Quote altered(Quote quote, SeatStep.Acceptance how) {
        int next = how == SeatStep.Acceptance.LESS_NEXT ? -1 : how == SeatStep.Acceptance.MORE_NEXT ? 1 : 0;
        int due = how == SeatStep.Acceptance.LESS_DUE ? -1 : how == SeatStep.Acceptance.MORE_DUE ? 1 : 0;
        return new Quote(
                quote.raiseTo() + one(how, SeatStep.Acceptance.OTHER_NUMBER),
                quote.seats() + one(how, SeatStep.Acceptance.OTHER_SEATS),
                plus(quote.monthlyIncrease(), one(how, SeatStep.Acceptance.OTHER_PRICE)),
                new Quote.DueNow(
                        quote.dueNow().from(),
                        quote.dueNow().to(),
                        plus(quote.dueNow().amount(), due)),
                new Quote.NextInvoice(
                        quote.nextInvoice().date().plusDays(one(how, SeatStep.Acceptance.OTHER_DATE)),
                        plus(quote.nextInvoice().amount(), next)),
                how == SeatStep.Acceptance.OTHER_TERMS
                        ? new TermsReference(quote.terms().version(), new Digest(new byte[32]))
                        : quote.terms(),
                how == SeatStep.Acceptance.OTHER_REDUCTION
                        ? Optional.of(new Reduction(1, quote.nextInvoice().date()))
                        : quote.endsReduction());
    }

    private static int one(SeatStep.Acceptance how, SeatStep.Acceptance wanted) {
        return how == wanted ? 1 : 0;
    }

    private static Optional<Money> plus(Optional<Money> money, int pence) {
        return money.map(known -> Money.rounded(known.amount().add(BigDecimal.valueOf(pence, 2)), known.currency()));
    }
}
