package org.licencedesk.seats.allowance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.terms.Digest;
import org.licencedesk.seats.terms.TermsReference;

/** Allowances in a telling state, and quotes and consents for them, at 12 pounds a seat with 6 pounds due now. */
final class AllowanceFixture {
    static final Instant NOW = Instant.parse("2026-04-16T09:00:00Z");

    private AllowanceFixture() {}

    static Allowance holding(int maximum, int occupied) {
        Allowance allowance = new Allowance(TenantId.create(), maximum, NOW);
        for (int i = 0; i < occupied; i++) {
            allowance.move(Optional.empty(), Optional.of(UserStatus.ACTIVE));
        }
        return allowance;
    }

    /** So many seats, all of them occupied. */
    static Allowance full(int seats) {
        return holding(seats, seats);
    }

    /** So many seats after an operator's correction, and more users in them. R37 */
    static Allowance overBy(int more, int seats) {
        Allowance allowance = full(seats + more);
        allowance.correct(seats);
        return allowance;
    }

    static Quote quoteOf(Allowance allowance, int raiseTo) {
        int seats = raiseTo - allowance.figures().maximum();
        return quote(raiseTo, seats, Optional.of(12 * seats + ".00"), Optional.of(6 * seats + ".00"), 1);
    }

    /** As {@link Raising#admit}, with the quotes from here. */
    static Optional<AcceptedQuote> admit(Allowance allowance, int users, Optional<Consent> consent) {
        return allowance
                .raiseToAdmit(users)
                .map(newMaximum -> allowance.raise(quoteOf(allowance, newMaximum), consent));
    }

    static Quote quote(int raiseTo, int seats, Optional<String> monthly, Optional<String> due, int terms) {
        return new Quote(
                raiseTo,
                seats,
                monthly.map(AllowanceFixture::pounds),
                new Quote.DueNow(
                        LocalDate.parse("2026-04-16"),
                        LocalDate.parse("2026-04-30"),
                        due.map(AllowanceFixture::pounds)),
                new Quote.NextInvoice(LocalDate.parse("2026-05-01"), Optional.empty()),
                terms(terms),
                Optional.empty());
    }

    static Quote.NextInvoice invoice(String date, String amount) {
        return new Quote.NextInvoice(LocalDate.parse(date), Optional.of(pounds(amount)));
    }

    static TermsReference terms(int version) {
        byte[] digest = new byte[32];
        digest[31] = (byte) version;
        return new TermsReference(Integer.toString(version), new Digest(digest));
    }

    static Optional<Consent> consentTo(Quote quote) {
        return Optional.of(new Consent(quote, true));
    }

    static Money pounds(String amount) {
        return Money.parse("amount", amount, Currency.getInstance("GBP"));
    }
}
