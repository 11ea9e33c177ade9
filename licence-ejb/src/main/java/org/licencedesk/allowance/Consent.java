package org.licencedesk.allowance;

import java.util.Optional;
import org.licencedesk.kernel.Money;

/**
 * The acceptance of one quote, repeated back by whoever accepts (R32).
 *
 * @param accepted the quote as it was shown
 * @param termsAccepted whether the box "Terms and Conditions" was ticked
 */
public record Consent(Quote accepted, boolean termsAccepted) {

    /**
     * @param fresh the quote as it is now
     * @return whether this consents to it: the terms are ticked; number, price and terms are the same; and no more is
     *     due now than was accepted
     */
    public boolean covers(Quote fresh) {
        return termsAccepted
                && accepted.raiseTo() == fresh.raiseTo()
                && accepted.monthlyIncrease().equals(fresh.monthlyIncrease())
                && accepted.terms().digest().equals(fresh.terms().digest())
                && isNotMore(fresh.dueNow().amount(), accepted.dueNow().amount());
    }

    private static boolean isNotMore(Optional<Money> fresh, Optional<Money> shown) {
        if (fresh.isEmpty() || shown.isEmpty()) {
            return fresh.equals(shown);
        }
        return fresh.get().currency().equals(shown.get().currency())
                && !fresh.get().isMoreThan(shown.get());
    }
}
