package org.licencedesk.web.allowance;

import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.change.Candidate;

/**
 * What a confirmation shows: the quote, its terms, and the box "Terms and Conditions". It makes the consent out of just
 * what was shown (R8, R32).
 */
public class Confirmation {

    /** Why a confirmation is on screen again. */
    public enum Change {
        /** It is there for the first time. */
        NONE,
        /** The box was not ticked. */
        NOT_TICKED,
        /** Others need other numbers of seats now. */
        SEATS,
        /** The increase ends an agreed reduction now that it did not end before, or the other way round (R30). */
        REDUCTION,
        /** The price, the terms, a date or an amount is another. */
        OFFER
    }

    private final Figures figures;

    private final Quote quote;

    private final Change change;

    private final List<Candidate> candidates;

    private boolean termsAccepted;

    private Confirmation(Figures figures, Quote quote, Change change, List<Candidate> candidates) {
        this.figures = figures;
        this.quote = quote;
        this.change = change;
        this.candidates = candidates;
    }

    /** @return the confirmation of a quote that nobody has seen yet */
    public static Confirmation of(Figures figures, Quote quote) {
        return new Confirmation(figures, quote, Change.NONE, List.of());
    }

    /**
     * @param shown what was on screen, if anything was
     * @param refusal carries the fresh quote
     * @return the confirmation of the fresh quote, which says what has changed
     */
    public static Confirmation again(Optional<Confirmation> shown, IncreaseNotConfirmed refusal) {
        return new Confirmation(
                refusal.figures(),
                refusal.quote(),
                shown.map(before -> before.changeTo(refusal.quote())).orElse(Change.NONE),
                List.of());
    }

    /** @return the same, beside those who could give up a seat instead */
    public Confirmation beside(List<Candidate> instead) {
        return new Confirmation(figures, quote, change, List.copyOf(instead));
    }

    private Change changeTo(Quote fresh) {
        if (quote.raiseTo() != fresh.raiseTo() || quote.seats() != fresh.seats()) {
            return Change.SEATS;
        }
        if (!quote.endsReduction().equals(fresh.endsReduction())) {
            return Change.REDUCTION;
        }
        return new Consent(quote, true).covers(fresh) ? Change.NOT_TICKED : Change.OFFER;
    }

    /** @return the consent to what was shown */
    public Consent consent() {
        return new Consent(quote, termsAccepted);
    }

    /** @return the figures before the increase */
    public Figures figures() {
        return figures;
    }

    /** @return the quote that is shown */
    public Quote quote() {
        return quote;
    }

    /** @return who could give up a seat instead; they stay the same while this is on screen */
    public List<Candidate> candidates() {
        return candidates;
    }

    /** @return the one of them who has that identity */
    public Optional<Candidate> candidate(UserId user) {
        return candidates.stream()
                .filter(candidate -> candidate.id().equals(user))
                .findFirst();
    }

    /** @return why it is shown again */
    public Change change() {
        return change;
    }

    /** @return whether the box is ticked */
    public boolean isTermsAccepted() {
        return termsAccepted;
    }

    /** Ticks the box, or takes the tick away. */
    public void setTermsAccepted(boolean ticked) {
        termsAccepted = ticked;
    }
}
