package org.licencedesk.seats.allowance;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** The change needs more seats than there are, and nobody confirmed the increase as it would be now (R8, R14). */
public class IncreaseNotConfirmed extends RuleViolation {

    private final transient Figures figures;

    private final transient Quote quote;

    /** Refuses, with what there is to say. */
    public IncreaseNotConfirmed(Figures figures, Quote quote) {
        super(Refusal.INCREASE_NOT_CONFIRMED, Map.of("figures", figures, "quote", quote));
        this.figures = figures;
        this.quote = quote;
    }

    /** @return the figures as they stand */
    public Figures figures() {
        return figures;
    }

    /** @return the fresh quote */
    public Quote quote() {
        return quote;
    }
}
